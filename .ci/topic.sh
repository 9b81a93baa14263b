# Sourced by .ci/test.sh for --topic: runs the tests of one topic and nothing else, on what is built already where that is up to date.
# shellcheck shell=sh disable=SC2154 # root, topic, log and retries come from test.sh

list_topics() {
    sed -n 's/^\([a-z][a-z0-9]*\).*/\1/p' "$root/.ci/topics"
}

require_topic() {
    list_topics | grep -qx "$topic" && return
    {
        if [ -n "$topic" ]; then say "There is no topic \"$topic\". Topics:"; else say "Which topic? There are:"; fi
        list_topics | tr '\n' ' ' | fold -s -w 100 | sed 's/^/  /'
        say
    } >&2
    exit 2
}

# whether module folder $1 has a test of this topic in a file *$2.java
tagged() {
    grep -rqE --include="*$2.java" "^@(org\.junit\.jupiter\.api\.)?(Arch)?Tag\(\"$topic\"\)" "$root/$1/src/test/java" 2>/dev/null
}

run_browser_code() {
    [ -d "$root/src/test/js/unit/$topic" ] || return 0
    require node nodejs
    say "  running the browser code's tests of $topic"
    (cd "$root/src/test/js" && node --test --test-reporter=spec "unit/$topic"/*.test.js) >"$root/target/node.log" 2>&1 || {
        node=1
        tail -n 40 "$root/target/node.log"
    }
}

# the modules that have tests of this topic, as Maven's --projects names them; empty if there is none
modules_of_topic() {
    found=
    for module in kurento kurento/client kurento/bench kurento/composer; do
        tagged "$module" Test && found="$found,../$module"
    done
    if tagged . Test || tagged . IT || tagged . Journey; then
        found="$found,plenum:plenum"
    fi
    printf '%s' "${found#,}"
}

# one run of Maven: it compiles what changed; only containers and browsers need what is packaged
run_topic() {
    run_browser_code
    modules=$(modules_of_topic)
    [ -n "$modules" ] || return 0
    set -- "tests of $topic" --projects "$modules" --also-make "-Dgroups=$topic" test
    packaged=no
    if tagged . IT; then
        packaged=yes
        bring_apache
        [ "$topic" != caldav ] || bring_calendar_programs
        execution=containers
        [ "$topic" != attack ] || execution=attacks
        set -- "$@" "failsafe:integration-test@$execution" "failsafe:verify@$execution"
    fi
    if tagged . Journey; then
        packaged=yes
        find_chromium
        bring_node_modules
        set -- "$@" ${retries:+"$retries"} failsafe:integration-test@journeys failsafe:verify@journeys
    fi
    [ "$packaged" = no ] || build
    run_maven "$@"
}
