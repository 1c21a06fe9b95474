#pragma once
// readline.h needs FILE.
#include <stdio.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <readline/readline.h>
#include <readline/history.h>

// Swift 6 takes C's global variables for shared mutable state and refuses them; these set and read them.

static inline void rapport_rl_configure(const char *name, rl_completion_func_t *complete) {
  // readline keeps these pointers: a literal lives as long as the process.
  rl_completer_word_break_characters = " \t\n";
  rl_completer_quote_characters = "";
  rl_readline_name = name;
  rl_attempted_completion_function = complete;
  rl_sort_completion_matches = 0;
  rl_ignore_completion_duplicates = 1;
  rl_catch_signals = 0;
  rl_catch_sigwinch = 0;
}

// Called from a completion function: files are not what is asked for.
static inline void rapport_rl_no_filenames(void) {
  rl_attempted_completion_over = 1;
  rl_completion_append_character = ' ';
}

static inline const char *rapport_rl_line(void) { return rl_line_buffer ? rl_line_buffer : ""; }

static inline int rapport_rl_point(void) { return rl_point; }

static inline void rapport_rl_prepare_terminal(void) { rl_prep_terminal(1); }

static inline int rapport_history_last(void) { return history_base + history_length - 1; }

static inline void rapport_rl_print(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

// What we read and write is UTF-8 whatever the environment says; readline asks the environment.
static inline void rapport_rl_use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setenv("LC_ALL", "C.UTF-8", 1);
}
