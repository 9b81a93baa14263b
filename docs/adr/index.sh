#!/bin/sh
# Writes README.md of this folder: number, decision and status of each record. A status other than "accepted" stands in a
# record's line "Status: ..." below its title. AdrIndexTest fails when the page is out of date.
set -eu
cd "$(dirname "$0")"
{
    printf '# Decisions\n\n'
    printf 'One page for each decision that others will ask about. This list is made by `index.sh`.\n\n'
    printf '| number | decision | status |\n|---|---|---|\n'
    for record in [0-9]*.md; do
        title=$(sed -n '1s/^# //p' "$record")
        status=$(sed -n 's/^Status: *//p' "$record" | head -n 1)
        printf '| [%s](%s) | %s | %s |\n' "${record%%-*}" "$record" "$title" "${status:-accepted}"
    done
} >README.md
