# Completion of rejoin for fish. Made by: rejoin completion fish
function __rejoin_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l line "rejoin "(string join ' ' -- $words[2..])
    set -l suggestions ($words[1] "[suggest:"(string length -- $line)"]" $line 2>/dev/null)
    set -l fitting (string match -- (commandline -ct)'*' $suggestions)
    # What the tool does not know is a file or a folder.
    if test (count $fitting) -gt 0
        printf '%s\n' $fitting
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c rejoin -f -a '(__rejoin_complete)'
