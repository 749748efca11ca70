#include "c/handles.hpp"

namespace broadsheet::c {

namespace {

int status_of(Error::Code code) {
    switch (code) {
        case Error::Code::format:
            return BROADSHEET_BAD_FORMAT;
        case Error::Code::encoding:
            return BROADSHEET_BAD_ENCODING;
        case Error::Code::limit:
            return BROADSHEET_LIMIT;
        case Error::Code::option:
            return BROADSHEET_BAD_OPTION;
        case Error::Code::io:  // the library opens no files
        case Error::Code::internal:
            break;
    }
    return BROADSHEET_INTERNAL;
}

void tell(char** message, const char* text) noexcept {
    if (message == nullptr) return;
    const std::size_t size = std::strlen(text) + 1;
    *message = static_cast<char*>(std::malloc(size));
    if (*message != nullptr) std::memcpy(*message, text, size);
}

}  // namespace

char* copy_of(std::string_view text) {
    auto* const out = static_cast<char*>(std::malloc(text.size() + 1));
    if (out == nullptr) throw std::bad_alloc();
    if (!text.empty()) std::memcpy(out, text.data(), text.size());
    out[text.size()] = '\0';
    return out;
}

int failed(char** message) noexcept {
    int status = BROADSHEET_INTERNAL;
    try {
        throw;
    } catch (const std::bad_alloc&) {
        status = BROADSHEET_NO_MEMORY;
        tell(message, broadsheet_status_text(status));
    } catch (const std::length_error&) {  // a container that cannot grow so far
        status = BROADSHEET_NO_MEMORY;
        tell(message, broadsheet_status_text(status));
    } catch (const Stopped& error) {
        status = BROADSHEET_TIMEOUT;
        tell(message, error.what());
    } catch (const Error& error) {
        status = status_of(error.code());
        tell(message, error.what());
    } catch (const std::exception& error) {
        tell(message, error.what());
    } catch (...) {
        tell(message, broadsheet_status_text(status));
    }
    return status;
}

int bad_argument(char** message) noexcept {
    tell(message, broadsheet_status_text(BROADSHEET_BAD_ARGUMENT));
    return BROADSHEET_BAD_ARGUMENT;
}

}  // namespace broadsheet::c

const char* broadsheet_version(void) { return BROADSHEET_VERSION_TEXT; }

unsigned broadsheet_version_number(void) {
    return 10000 * BROADSHEET_VERSION_MAJOR + 100 * BROADSHEET_VERSION_MINOR + BROADSHEET_VERSION_PATCH;
}

const char* broadsheet_status_text(int status) {
    switch (status) {
        case BROADSHEET_OK:
            return "all is well";
        case BROADSHEET_BAD_ARGUMENT:
            return "NULL where something is needed";
        case BROADSHEET_NO_MEMORY:
            return "not enough memory";
        case BROADSHEET_BAD_OPTION:
            return "an option that does not exist, or a value that it does not take";
        case BROADSHEET_BAD_FORMAT:
            return "the input is of no format that can be read";
        case BROADSHEET_BAD_ENCODING:
            return "the encoding is not known";
        case BROADSHEET_LIMIT:
            return "the input is too large";
        case BROADSHEET_INTERNAL:
            return "an internal error";
        case BROADSHEET_TIMEOUT:
            return "it takes longer than it may";
        default:
            return "no status of broadsheet";
    }
}

void broadsheet_text_free(char* text) { std::free(text); }
