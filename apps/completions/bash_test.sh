#!/usr/bin/env bash
# Asks bash for completions as the line editor does: bash_test.sh FILE
set -u
source "$1"
cd "$(mktemp -d)" || exit 1
trap 'rm -rf "$PWD"' EXIT
mkdir scans 'old scans'
touch page.txt town.words
faults=0

# expect WHAT LINE WORD...: the words offered at the end of the line are just these (WHAT: all) or these among others (some)
expect() {
    local what=$1 line=$2 words=() word got
    shift 2
    # As bash splits the line: = is a word of its own.
    read -ra words <<<"${line//=/ = }"
    [[ $line == *[\ =] ]] && words+=('')
    [[ $line == *= ]] && unset 'words[-1]'
    COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1)) COMPREPLY=()
    $(complete -p broadsheet | sed 's/.*-F \([^ ]*\) .*/\1/') broadsheet
    got=$(printf '%s\n' "${COMPREPLY[@]}" | sort)
    if [[ $what == all ]]; then
        [[ $got == "$(printf '%s\n' "$@" | sort)" ]] && return
    else
        for word in "$@"; do grep -qxF -e "$word" <<<"$got" || break; word=; done
        [[ -z $word ]] && return
    fi
    echo "'$line': wanted $what of: $*"$'\n'"got: ${COMPREPLY[*]}"
    faults=1
}

expect all  'broadsheet re' repair
expect some 'broadsheet ' extract repair explain words pipe eval annotate list page.txt scans
expect some 'broadsheet --' --to --output --jobs --help --version
expect all  'broadsheet --out' --output
expect all  'broadsheet repair --keep-f' --keep-furniture
expect all  'broadsheet extract --keep-f' ''
expect some 'broadsheet --to ' text markdown json jsonl tei alto page
expect all  'broadsheet --to js' json jsonl
expect all  'broadsheet --to=js' json jsonl
expect all  'broadsheet --writing=' horizontal vertical
expect all  'broadsheet page.txt --writing v' vertical
expect some 'broadsheet extract --from ' text alto
expect some 'broadsheet repair --lang ' zh-Hans de
expect all  'broadsheet -o ' scans 'old scans'
expect all  'broadsheet --words t' town.words
expect some 'broadsheet --dictionaries ' auto none scans
expect all  'broadsheet --added ' ''
expect all  'broadsheet list ' readers passes writers languages
expect all  'broadsheet repair p' page.txt
expect all  'broadsheet eval p' page.txt
expect all  'broadsheet eval --fu' --fuzzy
expect all  'broadsheet -- p' page.txt
exit $faults
