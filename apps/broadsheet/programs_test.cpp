// Programs run without a shell: what they print, how they end, and what stays behind.
#include "programs.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>

#include "signals.hpp"

using namespace broadsheet::app;

namespace {

Program shell(const std::string& script, int seconds = 60) {
    return {{"sh", "-c", script}, {}, std::chrono::seconds(seconds)};
}

}  // namespace

TEST_CASE("A program's output and messages are caught", "[programs]") {
    const Ran ran = run_program(shell("echo out; echo err >&2; cat; exit 3"));
    CHECK(ran.end == Ran::End::exited);
    CHECK(ran.code == 3);
    CHECK(ran.output == "out\n");
    CHECK(ran.errors == "err\n");
    CHECK_FALSE(ran.succeeded());
    CHECK(what_went_wrong(shell(""), ran) == "sh failed: err");
}

TEST_CASE("Arguments reach a program as they are", "[programs]") {
    const Ran ran = run_program({{"printf", "%s|", "a b", "$HOME", "'", "*"}, {}});
    CHECK(ran.output == "a b|$HOME|'|*|");
}

TEST_CASE("A program gets one thread, English messages and its folder", "[programs]") {
    CHECK(run_program({{"sh", "-c", "echo $OMP_THREAD_LIMIT $LC_ALL; pwd"}, "/"}).output == "1 C\n/\n");
}

TEST_CASE("More output than a pipe holds arrives whole", "[programs]") {
    CHECK(run_program(shell("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero >&2")).output.size() == 3000000);
}

TEST_CASE("A program that is not there is missing, one that cannot run says why", "[programs]") {
    const Program none{{"no-such-program-here"}, {}};
    CHECK(run_program(none).end == Ran::End::missing);
    CHECK(what_went_wrong(none, run_program(none)) == "no-such-program-here is not installed");
    const Program nowhere{{"true"}, "/no/such/folder"};
    CHECK(what_went_wrong(nowhere, run_program(nowhere)) == "true could not be started: No such file or directory");
}

TEST_CASE("A signal, a limit of time and a limit of output end a program", "[programs]") {
    CHECK(run_program(shell("kill -9 $$")).code == SIGKILL);
    // What it started dies with it, and does not hold its pipes open.
    const auto start = std::chrono::steady_clock::now();
    CHECK(run_program(shell("sleep 50 & sleep 50", 1)).end == Ran::End::timed_out);
    Program wordy = shell("yes");
    wordy.most_output = 1000;
    const Ran ran = run_program(wordy);
    CHECK(ran.end == Ran::End::wordy);
    CHECK(ran.output.size() == 1000);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));
}

TEST_CASE("A temporary folder goes with all that is in it", "[programs]") {
    std::string path;
    {
        const TemporaryFolder folder;
        path = folder.path();
        CHECK(run_program({{"sh", "-c", "mkdir a; echo x > a/b"}, path}).succeeded());
        CHECK(run_program({{"test", "-f", path + "/a/b"}, {}}).succeeded());
    }
    CHECK_FALSE(run_program({{"test", "-e", path}, {}}).succeeded());
}
