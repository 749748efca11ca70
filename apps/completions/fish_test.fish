#!/usr/bin/env fish
# Asks fish for completions: fish_test.fish FILE
source $argv[1]
set -g faults 0
set -l folder (mktemp -d)
cd $folder
mkdir scans
touch page.txt town.words

function expect -a line
    set -l got (complete -C "$line" | string replace -r '\t.*' '')
    for word in $argv[2..]
        if not contains -- $word $got
            echo "'$line': no $word in: $got"
            set -g faults 1
        end
    end
end
function expect_not -a line word
    if contains -- $word (complete -C "$line" | string replace -r '\t.*' '')
        echo "'$line': $word"
        set -g faults 1
    end
end

expect 'broadsheet ' extract repair explain words pipe eval annotate list page.txt
expect 'broadsheet --' --to --output --jobs --help
expect 'broadsheet --to js' json jsonl
expect 'broadsheet --to=js' --to=json --to=jsonl
expect 'broadsheet page.txt --writing ' horizontal vertical
expect 'broadsheet repair --keep-f' --keep-furniture
expect_not 'broadsheet extract --keep-f' --keep-furniture
expect 'broadsheet repair --lang z' zh-Hans
expect 'broadsheet -o ' scans/
expect_not 'broadsheet -o ' page.txt
expect 'broadsheet --words t' town.words
expect 'broadsheet --dictionaries ' auto none scans/
expect 'broadsheet list ' readers passes writers languages
expect_not 'broadsheet list ' page.txt
cd /
rm -r $folder
exit $faults
