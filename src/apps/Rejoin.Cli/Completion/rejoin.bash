# Completion of rejoin for bash. Made by: rejoin completion bash
_rejoin_complete() {
  local typed=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} line suggestion
  # The tool itself knows what can stand here; COMP_WORDS[0] is the rejoin that was typed, perhaps with a path.
  line=rejoin${typed#"${COMP_WORDS[0]}"}
  COMPREPLY=()
  while IFS= read -r suggestion; do
    if [[ $suggestion == "$word"* ]]; then COMPREPLY+=("$suggestion"); fi
  done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
  # What the tool does not know is a file or a folder, which bash completes (-o default).
}
complete -o default -F _rejoin_complete rejoin
