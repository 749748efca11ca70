#!/usr/bin/env zsh
# Asks zsh for completions, in a terminal of its own: zsh_test.zsh FILE
zmodload zsh/zpty || exit 1
folder=$(mktemp -d)
mkdir $folder/{scans,functions}
touch $folder/page.txt $folder/town.words
cp $1 $folder/functions/_broadsheet
faults=0

# What Tab offers at the end of a line, between two marks.
zpty terminal zsh -f -i
zpty -w terminal "PROMPT=; cd $folder; fpath=($folder/functions \$fpath); autoload -Uz compinit; compinit -u -D
zstyle ':completion:*' list-prompt ''; setopt nobeep; LISTMAX=1000; COLUMNS=200; LINES=200
offered() { compadd() { if [[ \$* == *-[OAD]* ]]; then builtin compadd \"\$@\"; else builtin compadd -O hits \"\$@\"; print -l -- \$hits; builtin compadd \"\$@\"; fi; }; print BEGIN; _main_complete; print END; zle -I; compstate[insert]=; }
zle -C offered complete-word offered; bindkey '^X^T' offered; print READY''!"
zpty -r terminal got '*READY!*'

expect() {
    local line=$1 got word
    shift
    zpty -w -n terminal $'\x15'"$line"$'\x18\x14'
    zpty -r terminal got '*BEGIN*END*' || got=
    got=(${(f)"$(print -r -- ${${got##*BEGIN}%%END*} | tr -d '\r' | sed 's/ *$//')"})
    for word in $@; do
        if [[ $word == !* ]]; then
            (( ${got[(Ie)${word#!}]} )) || continue
        else
            (( ${got[(Ie)$word]} )) && continue
        fi
        print -r -- "'$line': wanted $word, got: $got"
        faults=1
    done
}

expect 'broadsheet ' extract repair explain words pipe eval annotate list page.txt
expect 'broadsheet re' repair
expect 'broadsheet --to js' json jsonl
expect 'broadsheet --to=js' json jsonl
expect 'broadsheet page.txt --writing ' horizontal vertical
expect 'broadsheet repair --keep-f' --keep-furniture
expect 'broadsheet extract --keep-f' !--keep-furniture
expect 'broadsheet repair --lang ' zh-Hans de
expect 'broadsheet -o ' scans !page.txt
expect 'broadsheet --words t' town.words
expect 'broadsheet --dictionaries ' auto none
expect 'broadsheet list ' readers passes writers languages !page.txt
zpty -d terminal
rm -r $folder
exit $faults
