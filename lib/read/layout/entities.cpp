#include "read/layout/entities.hpp"

#include <algorithm>
#include <array>

namespace broadsheet::reading {

namespace {

struct Named {
    std::string_view name;
    char32_t c;
};

// HTML 4.01, chapter 24: Latin 1 and the general punctuation; sorted.
constexpr std::array table = {
    Named{"AElig", U'Æ'},     Named{"Aacute", U'Á'},   Named{"Acirc", U'Â'},       Named{"Agrave", U'À'},
    Named{"Aring", U'Å'},     Named{"Atilde", U'Ã'},   Named{"Auml", U'Ä'},        Named{"Ccedil", U'Ç'},
    Named{"ETH", U'Ð'},       Named{"Eacute", U'É'},   Named{"Ecirc", U'Ê'},       Named{"Egrave", U'È'},
    Named{"Euml", U'Ë'},      Named{"Iacute", U'Í'},   Named{"Icirc", U'Î'},       Named{"Igrave", U'Ì'},
    Named{"Iuml", U'Ï'},      Named{"Ntilde", U'Ñ'},   Named{"OElig", U'Œ'},       Named{"Oacute", U'Ó'},
    Named{"Ocirc", U'Ô'},     Named{"Ograve", U'Ò'},   Named{"Oslash", U'Ø'},      Named{"Otilde", U'Õ'},
    Named{"Ouml", U'Ö'},      Named{"THORN", U'Þ'},    Named{"Uacute", U'Ú'},      Named{"Ucirc", U'Û'},
    Named{"Ugrave", U'Ù'},    Named{"Uuml", U'Ü'},     Named{"Yacute", U'Ý'},      Named{"aacute", U'á'},
    Named{"acirc", U'â'},     Named{"acute", U'´'},    Named{"aelig", U'æ'},       Named{"agrave", U'à'},
    Named{"amp", U'&'},       Named{"apos", U'\''},    Named{"aring", U'å'},       Named{"atilde", U'ã'},
    Named{"auml", U'ä'},      Named{"bdquo", U'„'},    Named{"brvbar", U'¦'},      Named{"bull", U'•'},
    Named{"ccedil", U'ç'},    Named{"cedil", U'¸'},    Named{"cent", U'¢'},        Named{"copy", U'©'},
    Named{"curren", U'¤'},    Named{"dagger", U'†'},   Named{"deg", U'°'},         Named{"divide", U'÷'},
    Named{"eacute", U'é'},    Named{"ecirc", U'ê'},    Named{"egrave", U'è'},      Named{"emsp", U'\u2003'},
    Named{"ensp", U'\u2002'}, Named{"eth", U'ð'},      Named{"euml", U'ë'},        Named{"euro", U'€'},
    Named{"frac12", U'½'},    Named{"frac14", U'¼'},   Named{"frac34", U'¾'},      Named{"gt", U'>'},
    Named{"hellip", U'…'},    Named{"iacute", U'í'},   Named{"icirc", U'î'},       Named{"iexcl", U'¡'},
    Named{"igrave", U'ì'},    Named{"iquest", U'¿'},   Named{"iuml", U'ï'},        Named{"laquo", U'«'},
    Named{"ldquo", U'“'},     Named{"lsaquo", U'‹'},   Named{"lsquo", U'‘'},       Named{"lt", U'<'},
    Named{"macr", U'¯'},      Named{"mdash", U'—'},    Named{"micro", U'µ'},       Named{"middot", U'·'},
    Named{"nbsp", U'\u00A0'}, Named{"ndash", U'–'},    Named{"not", U'¬'},         Named{"ntilde", U'ñ'},
    Named{"oacute", U'ó'},    Named{"ocirc", U'ô'},    Named{"oelig", U'œ'},       Named{"ograve", U'ò'},
    Named{"ordf", U'ª'},      Named{"ordm", U'º'},     Named{"oslash", U'ø'},      Named{"otilde", U'õ'},
    Named{"ouml", U'ö'},      Named{"para", U'¶'},     Named{"permil", U'‰'},      Named{"plusmn", U'±'},
    Named{"pound", U'£'},     Named{"quot", U'"'},     Named{"raquo", U'»'},       Named{"rdquo", U'”'},
    Named{"reg", U'®'},       Named{"rsaquo", U'›'},   Named{"rsquo", U'’'},       Named{"sbquo", U'‚'},
    Named{"sect", U'§'},      Named{"shy", U'\u00AD'}, Named{"sup1", U'¹'},        Named{"sup2", U'²'},
    Named{"sup3", U'³'},      Named{"szlig", U'ß'},    Named{"thinsp", U'\u2009'}, Named{"thorn", U'þ'},
    Named{"times", U'×'},     Named{"trade", U'™'},    Named{"uacute", U'ú'},      Named{"ucirc", U'û'},
    Named{"ugrave", U'ù'},    Named{"uml", U'¨'},      Named{"uuml", U'ü'},        Named{"yacute", U'ý'},
    Named{"yen", U'¥'},       Named{"yuml", U'ÿ'},
};
constexpr bool before(const Named& a, const Named& b) { return a.name < b.name; }
static_assert(std::is_sorted(table.begin(), table.end(), before));

}  // namespace

char32_t named_character(std::string_view name) {
    const auto* const at = std::lower_bound(table.begin(), table.end(), Named{name, 0}, before);
    return at != table.end() && at->name == name ? at->c : 0;
}

}  // namespace broadsheet::reading
