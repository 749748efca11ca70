# Makes the style and the script of the report into C++ tables, each with the hash by which the policy of the page lets
# it in. Run with
#   cmake -D OUT=report_assets.inc -P embed.cmake
cmake_minimum_required(VERSION 3.25)

# In this order, each made one file.
set(STYLE base.css left.css right.css rest.css)
set(SCRIPT page.js marks.js ways.js views.js search.js hands.js)

# SHA-256 as a policy wants it: in base64, which CMake has no word for.
function(policy_hash text out)
  string(SHA256 hex "${text}")
  string(APPEND hex "00")  # 33 bytes: eleven groups of three, the last digit is filling
  set(digits "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(hash "")
  foreach(at RANGE 0 60 6)
    string(SUBSTRING ${hex} ${at} 6 group)
    foreach(shift 18 12 6 0)
      math(EXPR digit "(0x${group} >> ${shift}) & 63")
      string(SUBSTRING ${digits} ${digit} 1 digit)
      string(APPEND hash ${digit})
    endforeach()
  endforeach()
  string(SUBSTRING ${hash} 0 43 hash)
  set(${out} "sha256-${hash}=" PARENT_SCOPE)
endfunction()

# The rule must bite: the hash of an empty text is well known.
policy_hash("" empty)
if(NOT empty STREQUAL "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
  message(FATAL_ERROR "embed.cmake: wrong hash ${empty}")
endif()

set(table "")
foreach(asset STYLE SCRIPT)
  set(text "")
  foreach(part ${${asset}})
    file(READ ${CMAKE_CURRENT_LIST_DIR}/${part} one)
    string(APPEND text "${one}")
  endforeach()
  if(asset STREQUAL SCRIPT)
    set(text "\"use strict\";\n(() => {\n${text}})();\n")
  endif()
  if(text MATCHES "]]>|</[sS]|<!--")
    message(FATAL_ERROR "${asset} holds what would end it inside a page")
  endif()
  # For a strict parser all of it is text; for a browser the marks are comments.
  set(text "/*<![CDATA[*/\n${text}/*]]>*/")
  policy_hash("${text}" hash)
  string(HEX "${text}" bytes)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${bytes}")
  string(TOLOWER ${asset} name)
  string(APPEND table "constexpr char ${name}_bytes[] = {${bytes}};\n")
  string(APPEND table "constexpr std::string_view ${name}_hash = \"${hash}\";\n")
endforeach()
file(WRITE ${OUT} "${table}")
