#!/bin/sh
# Brings what Plenum needs to a WildFly that is not ours, and takes it out again. The server must be stopped. Doing it twice changes nothing.
#   stock.sh install WILDFLY [CONFIGURATION]     such as: stock.sh install /opt/wildfly standalone.xml
#   stock.sh uninstall WILDFLY [CONFIGURATION]
# The driver of PostgreSQL is looked for in target/launcher-lib; PLENUM_JDBC_JAR names another one.
set -eu

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

scripts=$(cd "$(dirname "$0")" && pwd -P)
action=${1:-}
home=${2:-}
configuration=${3:-standalone.xml}
module=modules/org/postgresql/jdbc/main
ours=$home/$module/.plenum

[ -f "$home/jboss-modules.jar" ] || fail "usage: stock.sh install|uninstall WILDFLY [CONFIGURATION]: '$home' is no WildFly"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

add_driver() {
    [ -e "$home/$module/module.xml" ] && return
    jar=${PLENUM_JDBC_JAR:-$(ls "$scripts"/../target/launcher-lib/postgresql-4*.jar 2>/dev/null | head -n 1)}
    [ -f "$jar" ] || fail "The driver of PostgreSQL is missing: build Plenum, or name it in PLENUM_JDBC_JAR"
    mkdir -p "$home/$module"
    cp "$scripts/$module/module.xml" "$home/$module/"
    cp "$jar" "$home/$module/postgresql.jar"
    touch "$ours"
}

remove_driver() {
    [ -e "$ours" ] || return 0
    rm -f "$home/$module/module.xml" "$home/$module/postgresql.jar" "$ours"
    (cd "$home" && rmdir -p "$module" 2>/dev/null) || true
}

# all scripts in one server without network, which ends at the first line that fails
configure() {
    all=$(mktemp)
    trap 'rm -f "$all" "$all.said"' EXIT
    printf 'embed-server --server-config=%s\n' "$configuration" >"$all"
    cat "$@" >>"$all"
    printf 'stop-embedded-server\n' >>"$all"
    # as bin/jboss-cli.sh does, which a server of few layers has not
    JBOSS_HOME=$home "$java" -jar "$home/jboss-modules.jar" -mp "$home/modules" org.jboss.as.cli --file="$all" >"$all.said" 2>&1 || {
        cat "$all.said" >&2
        fail "WildFly's configuration could not be changed; what was changed before that line stays"
    }
}

case $action in
    install)
        add_driver
        configure "$scripts"/[1-8]*.cli
        ;;
    uninstall)
        configure "$scripts"/90-uninstall.cli
        remove_driver
        ;;
    *) fail "usage: stock.sh install|uninstall WILDFLY [CONFIGURATION]" ;;
esac
