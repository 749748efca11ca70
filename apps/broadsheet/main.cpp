// broadsheet: see help.cpp for what it prints about itself, options.cpp for what it takes.
#include <exception>
#include <new>

#include "commands.hpp"
#include "files.hpp"
#include "help.hpp"
#include "options.hpp"
#include "progress.hpp"
#include "signals.hpp"

int main(int argc, char** argv) {
    using namespace broadsheet::app;
    open_standard_streams();
    ignore_output_signals();
    try {
        return run(parse({argv + 1, argv + argc}));
    } catch (const UsageError& error) {
        print_message(message_line(error.what()));
        print_message(help_hint(argc > 1 ? argv[1] : ""));
        return 2;
    } catch (const ClosedPipe&) {
        return 0;  // whoever read our output has enough
    } catch (const std::bad_alloc&) {
        print_message("broadsheet: not enough memory\n");
    } catch (const std::exception& error) {
        print_message(message_line(error.what()));
    }
    return 1;
}
