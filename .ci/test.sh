# Sourced by ./plenum test, which has found a JDK: brings what is missing, runs Maven and npm, counts.
# shellcheck shell=sh disable=SC2154 # root comes from ./plenum

kind=${1:-all}
case $kind in
    all | --unit | --it | --e2e) ;;
    --topic)
        topic=${2:-}
        . "$root/.ci/topic.sh"
        require_topic
        ;;
    # called by ./plenum bench browser
    --measure) measurement=$2 ;;
    *) usage >&2; exit 2 ;;
esac

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        return 1
    fi
}

# installs these Debian packages, where that is possible
install_debian() {
    if command -v apt-get >/dev/null 2>&1 && as_root true; then
        say "  installing $*"
        { as_root apt-get update -q && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"; } \
            >"$root/target/apt.log" 2>&1 || true
    fi
}

# installs the Debian packages $2 so that the program $1 exists, or says what to install
require() {
    command -v "$1" >/dev/null 2>&1 && return
    # shellcheck disable=SC2086 # several packages
    install_debian $2
    command -v "$1" >/dev/null 2>&1 && return
    fail "The tests need $1, which is not installed and cannot be installed from here. Install it (Debian: apt install $2)."
}

find_chromium() {
    CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
    [ -n "$CHROMIUM" ] || { require chromium chromium; CHROMIUM=$(command -v chromium); }
    export CHROMIUM
}

run_maven() {
    say "  running $1; details in $log"
    shift
    rc_file=$root/target/test${part:-}.status
    # failed tests do not end the build: the count below has them all; the browser code is checked beside it, the bench beside the application
    ( mvn -B -T 2 -Dmaven.test.failure.ignore=true -DskipBrowserCode=true "$@" </dev/null 2>&1; echo $? >"$rc_file" ) \
        | tee -a "$log" | sed -u -n 's/^\(\[[A-Z]*\] \)*\(Tests run: .* -- in .*\)/  \2/p; /^\[ERROR\]/p; s/^JOURNEY /  /p; s/^\[INFO\] Building \(.*\) 1\.0-SNAPSHOT.*/  building \1/p'
    [ "$(cat "$rc_file")" = 0 ] || maven=1
}

# the container tests whose names begin with letters of $2, on what is packaged, as part $1; programs that kill run alone, with the attacks
run_container_part() {
    part=$1
    run_maven "container tests $2" --projects plenum:plenum --also-make -DskipUnitTests=true -Dcheckstyle.skip=true "-DcontainerPart=$part" \
        "-DcontainerTests=%regex[.*/[$2][A-Za-z0-9]*(?<!Kills)IT[.]class]" test failsafe:integration-test@containers failsafe:verify@containers
}

# most of their time is one thread that deploys, so two parts run at a time
run_containers() {
    rm -f "$root"/target/test?.status
    run_container_part 1 A-O &
    first=$!
    run_container_part 2 P-Z &
    wait "$first" $!
    [ "$(cat "$root"/target/test?.status)" = "0
0" ] || maven=1
}

# Apache's WebDAV server, which the tests of storage use
bring_apache() {
    [ -x /usr/sbin/apache2 ] || PATH=$PATH:/usr/sbin require apache2 apache2-bin
}

# programs for CalDAV that are not ours, which the tests of calendars use
bring_calendar_programs() {
    client=/usr/lib/python3/dist-packages/caldav
    [ -d $client ] || install_debian python3-caldav
    [ -d $client ] || fail "The tests need python3-caldav, which is not installed and cannot be installed from here (Debian: apt install python3-caldav)."
    require vdirsyncer vdirsyncer
}

# what package.json of the browser code's tests names
bring_node_modules() {
    require node nodejs
    require npm npm
    cd "$root/src/test/js" || exit 1
    if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
        say "  bringing the tools of the browser code"
        npm ci --no-audit --no-fund --ignore-scripts </dev/null >"$root/target/node.log" 2>&1 || {
            tail -n 40 "$root/target/node.log"
            fail "npm could not bring the tools of the browser code."
        }
    fi
    cd "$root" || exit 1
}

# types, lint and unit tests of the browser code, while Maven compiles; await_node waits for them
start_node() {
    say "  checking the browser code meanwhile"
    (
        cd "$root/src/test/js" || exit 1
        npm run check </dev/null >"$root/target/node.log" 2>&1
        echo $? >"$root/target/node.status"
    ) &
    node_job=$!
}

await_node() {
    [ -n "$node_job" ] || return 0
    wait "$node_job"
    node=$(cat "$root/target/node.status")
    cat "$root/target/node.log" >>"$log"
    [ "$node" = 0 ] || tail -n 40 "$root/target/node.log"
}

mkdir -p "$root/target" 2>/dev/null
[ -w "$root/target" ] || fail "The tests write to $root/target, and this user may not. Run them on a checkout of your own."
cd "$root" || exit 1
log=$root/target/test.log
: >"$log"
rm -rf target/surefire-reports target/failsafe-reports kurento/target/surefire-reports kurento/target/failsafe-reports \
    kurento/client/target/surefire-reports kurento/bench/target/surefire-reports kurento/composer/target/surefire-reports target/node.log target/node.status
maven=0
node=0
node_job=
# where a change is judged, a browser that stumbled gets two more tries, and the end names it
retries=${CI:+-DjourneyRetries=2}
require mvn maven
[ "$kind" = --topic ] || forget_old_server
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
case $kind in all | --e2e | --measure) find_chromium ;; esac
case $kind in all | --it) bring_apache; bring_calendar_programs ;; esac
case $kind in all | --unit | --e2e | --measure) bring_node_modules ;; esac
case $kind in all | --unit) start_node ;; esac
case $kind in
    all) run_maven "unit tests, attacks, kills and browser journeys" -DskipContainers=true ${retries:+"$retries"} verify; run_containers ;;
    --unit) run_maven "unit tests" -DskipITs=true -DskipJourneys=true verify ;;
    --it) run_maven "attacks and kills" -DskipUnitTests=true -DskipJourneys=true -DskipContainers=true verify; run_containers ;;
    --e2e) run_maven "browser journeys" -DskipUnitTests=true -DskipITs=true -DskipJourneys=false ${retries:+"$retries"} verify ;;
    --topic) run_topic ;;
    --measure) run_maven "measurements in browsers" --projects plenum:plenum --also-make -DskipUnitTests=true -Dcheckstyle.skip=true "-Dmeasurement=$measurement" test failsafe:integration-test@measurements ;;
esac
await_node
if [ "$maven" != 0 ] && [ -z "$(find target kurento/target kurento/client/target kurento/bench/target kurento/composer/target -maxdepth 2 -name 'TEST-*.xml' 2>/dev/null | head -n 1)" ]; then
    fail "The build failed before any test; $log has the details."
fi
"$JAVA_HOME/bin/java" src/test/java/plenum/ci/TestCount.java "$root"
count=$?
if [ "$maven" != 0 ] || [ "$node" != 0 ]; then
    say "A check besides the tests failed; $log has the details." >&2
    exit 1
fi
exit $count
