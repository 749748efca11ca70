#!/usr/bin/env bash
# Installs the packages in a clean Debian 12 and uses each: check_debs.sh FOLDER-WITH-DEBS FOLDER-WITH-EXAMPLES
# As root. The system is made in a new folder by debootstrap, which asks $BROADSHEET_MIRROR, and removed at the end.
set -euo pipefail
debs=$1
examples=$2
mirror=${BROADSHEET_MIRROR:-http://deb.debian.org/debian}
clean=$(mktemp -d /var/tmp/broadsheet-clean.XXXXXX)
chmod 755 "$clean"  # apt reads it as a user of its own
trap 'rm -rf --one-file-system "$clean" "$clean.log"' EXIT

say() { printf 'check: %s\n' "$*" >&2; }
inside() { env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
    ${http_proxy:+http_proxy=$http_proxy} ${https_proxy:+https_proxy=$https_proxy} chroot "$clean" "$@"; }
install() { inside apt-get -qq install -y --no-install-recommends "$@" </dev/null >>"$clean.log" 2>&1 || { tail -30 "$clean.log"; exit 1; }; }

# deb NAME: the path of a package, inside
deb() { local path; path=$(compgen -G "$debs/$1_*.deb") && echo "/debs/${path##*/}"; }

say "debootstrap into $clean"
debootstrap --variant=minbase bookworm "$clean" "$mirror" >"$clean.log" 2>&1 || { tail -30 "$clean.log"; exit 1; }
cp /etc/resolv.conf "$clean/etc/" 2>/dev/null || true
cp -r /etc/apt/apt.conf.d/. "$clean/etc/apt/apt.conf.d/"  # how this machine reaches the mirror
mkdir "$clean/debs" "$clean/example"
cp "$debs"/*.deb "$clean/debs/"
cp "$examples"/* "$clean/example/"
inside apt-get -qq update >>"$clean.log" 2>&1

say "the program alone"
install "$(deb broadsheet)"
inside broadsheet --version
inside broadsheet /example/page.txt | grep -q 'the ferry has made its last crossing'
inside test -s /usr/share/bash-completion/completions/broadsheet

say "the library, from C++ and C, by pkg-config and by CMake"
install "$(deb "libbroadsheet[0-9]*")" "$(deb libbroadsheet-dev)"
install g++ pkg-config cmake make
inside bash -ec 'cd /tmp
    g++ -std=c++20 /example/main.cpp -o cpp $(pkg-config --cflags --libs broadsheet)
    gcc -std=c11 -pedantic /example/main.c -o c $(pkg-config --cflags --libs broadsheet)
    g++ -std=c++20 /example/main.cpp -o static $(pkg-config --cflags --libs --static broadsheet | sed s/-lbroadsheet/-l:libbroadsheet.a/)
    cmake -S /example -B cmake >/dev/null && cmake --build cmake >/dev/null
    for program in cpp c static cmake/example cmake/example_c; do
        ./$program /example/page.txt | grep -q "the ferry has made its last crossing" && echo "$program: fine"
    done'

if deb python3-broadsheet >/dev/null; then
    say "Python"
    install "$(deb python3-broadsheet)"
    inside /usr/bin/python3 -c 'import broadsheet
page = broadsheet.extract(open("/example/page.txt", "rb").read())
print("python:", len(page.articles), "article")'
fi

say "the documentation, and everything away again"
install "$(deb broadsheet-doc)"
inside sh -ec 'dpkg --purge $(dpkg-query -W -f "\${Package}\n" "*broadsheet*") >/dev/null
    ! find /usr -name "*broadsheet*" | grep .'
say "all is well"
