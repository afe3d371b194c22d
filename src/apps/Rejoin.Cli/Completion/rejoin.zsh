#compdef rejoin
# Completion of rejoin for zsh. Made by: rejoin completion zsh
_rejoin() {
  local line="rejoin ${(j: :)words[2,CURRENT]}"
  local -a suggestions
  suggestions=("${(@f)$("${words[1]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  suggestions=(${suggestions:#})
  if (( ${#suggestions} )) && compadd -a suggestions; then return 0; fi
  # What the tool does not know is a file or a folder.
  _files
}
if [ "${funcstack[1]}" = _rejoin ]; then _rejoin "$@"; else compdef _rejoin rejoin; fi
