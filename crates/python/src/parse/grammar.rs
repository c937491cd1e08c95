//! The grammar that explains syntax errors: Python's reference grammar, with rules of their own for the
//! mistakes that have a message of their own. It is read by [`super::notation`] and run by [`super::peg`].
//!
//! `'x'` is an operator or reserved word, `"x"` a soft keyword, `a=x` a label, `&&'x'` a token that must follow,
//! `','.x+` a list. `{Kind}` names the node, `{=a}` gives the labelled one, and `{!…}` raises: `at a` at a node,
//! `over a b` from one to another, `from a` to the last token read, `last` there, `next` at the token that
//! follows, `block a` an IndentationError for the statement that begins with `a`.

/// Statements.
pub(super) const STATEMENTS: &str = r#"
file: [statements] END
eval: expressions NEWLINE* END
statements: statement+
statement: compound_stmt | simple_stmts
simple_stmts: simple_stmt !';' NEWLINE | ';'.simple_stmt+ [';'] NEWLINE
simple_stmt: assignment | &"type" type_alias | star_expressions | &'return' return_stmt
  | &('import' | 'from') import_stmt | &'raise' raise_stmt | 'pass' | &'del' del_stmt | &'yield' yield_expr
  | &'assert' assert_stmt | 'break' | 'continue' | 'global' ','.NAME+ | 'nonlocal' ','.NAME+
compound_stmt: &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
  | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt
  | match_stmt
assignment: NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ annotated_rhs !'=' | single_target augassign ~ annotated_rhs | invalid_assignment
annotated_rhs: yield_expr | star_expressions
augassign: '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt: 'return' [star_expressions]
raise_stmt: 'raise' expression 'from' expression | 'raise' expression | 'raise'
del_stmt: 'del' del_targets &(';' | NEWLINE) | invalid_del_stmt
assert_stmt: 'assert' expression [',' expression]
import_stmt: invalid_import | 'import' ','.dotted_as_name+
  | 'from' ('.' | '...')* dotted_name 'import' import_from_targets | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
  | invalid_import_from_targets
import_from_as_names: ','.import_from_as_name+
import_from_as_name: invalid_import_from_as_name | NAME ['as' NAME]
dotted_as_name: invalid_dotted_as_name | dotted_name ['as' NAME]
dotted_name: '.'.NAME+
block: NEWLINE INDENT statements DEDENT | simple_stmts | invalid_block
decorators: ('@' named_expression NEWLINE)+
class_def: [decorators] class_def_raw
class_def_raw: invalid_class_def_raw | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
function_def: [decorators] function_def_raw
function_def_raw: invalid_def_raw
  | ['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
params: invalid_parameters | parameters
parameters: slash_no_default param_no_default* param_with_default* [star_etc]
  | slash_with_default param_with_default* [star_etc] | param_no_default+ param_with_default* [star_etc]
  | param_with_default+ [star_etc] | star_etc
slash_no_default: param_no_default+ '/' ',' | param_no_default+ '/' &')'
slash_with_default: param_no_default* param_with_default+ '/' ',' | param_no_default* param_with_default+ '/' &')'
star_etc: invalid_star_etc | '*' param_no_default param_maybe_default* [kwds]
  | '*' param_no_default_star_annotation param_maybe_default* [kwds] | '*' ',' param_maybe_default+ [kwds] | kwds
kwds: invalid_kwds | '**' param_no_default
param_no_default: a=param ',' {=a} | a=param &')' {=a}
param_no_default_star_annotation: NAME ':' star_expression ',' | NAME ':' star_expression &')'
param_with_default: param default ',' | param default &')'
param_maybe_default: param [default] ',' | param [default] &')'
param: NAME [':' expression]
default: '=' expression | invalid_default
if_stmt: invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block [else_block]
elif_stmt: invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt
  | 'elif' named_expression ':' block [else_block]
else_block: invalid_else_stmt | 'else' &&':' block
while_stmt: invalid_while_stmt | 'while' named_expression ':' block [else_block]
for_stmt: invalid_for_stmt | ['async'] 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
  | invalid_for_target
with_stmt: invalid_with_stmt_indent | ['async'] 'with' '(' ','.with_item+ [','] ')' ':' block
  | ['async'] 'with' ','.with_item+ ':' block | invalid_with_stmt
with_item: expression 'as' star_target &(',' | ')' | ':') | invalid_with_item | expression
try_stmt: invalid_try_stmt | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ [else_block] [finally_block]
  | 'try' &&':' block except_star_block+ [else_block] [finally_block]
except_block: invalid_except_stmt_indent | 'except' expressions ':' block | 'except' expression 'as' NAME ':' block
  | 'except' ':' block | invalid_except_stmt
except_star_block: invalid_except_star_stmt_indent | 'except' '*' expressions ':' block
  | 'except' '*' expression 'as' NAME ':' block | invalid_except_star_stmt
finally_block: invalid_finally_stmt | 'finally' &&':' block
match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | invalid_match_stmt
subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
case_block: invalid_case_block | "case" patterns [guard] ':' block
guard: 'if' named_expression
patterns: open_sequence_pattern | pattern
pattern: as_pattern | or_pattern
as_pattern: or_pattern 'as' pattern_capture_target | invalid_as_pattern
or_pattern: '|'.closed_pattern+
closed_pattern: literal_pattern | pattern_capture_target | "_" | attr !('.' | '(' | '=') | '(' pattern ')'
  | sequence_pattern | mapping_pattern | class_pattern
literal_pattern: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
complex_number: signed_number ('+' | '-') a=NUMBER {!imaginary a}
  | signed_number ('+' | '-') NUMBER
signed_number: NUMBER | '-' NUMBER
pattern_capture_target: !"_" NAME !('.' | '(' | '=')
attr: NAME ('.' NAME)+
name_or_attr: attr | NAME
sequence_pattern: '[' [maybe_sequence_pattern] ']' | '(' [open_sequence_pattern] ')'
open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern]
maybe_sequence_pattern: ','.maybe_star_pattern+ [',']
maybe_star_pattern: '*' pattern_capture_target | '*' "_" | pattern
mapping_pattern: '{' '}' | '{' '**' pattern_capture_target [','] '}'
  | '{' ','.key_value_pattern+ ',' '**' pattern_capture_target [','] '}' | '{' ','.key_value_pattern+ [','] '}'
key_value_pattern: (literal_pattern | attr) ':' pattern
class_pattern: name_or_attr '(' ')' | name_or_attr '(' positional_patterns [','] ')'
  | name_or_attr '(' keyword_patterns [','] ')' | name_or_attr '(' positional_patterns ',' keyword_patterns [','] ')'
  | invalid_class_pattern
positional_patterns: ','.pattern+
keyword_patterns: ','.keyword_pattern+
keyword_pattern: NAME '=' pattern
type_alias: "type" NAME [type_params] '=' expression
type_params: '[' a=']' {!from a "Type parameter list cannot be empty"}
  | '[' ','.type_param+ [','] ']'
type_param: NAME [':' expression] ['=' expression] | invalid_type_param | '*' NAME ['=' star_expression]
  | '**' NAME ['=' expression]
"#;

/// Expressions, targets and arguments.
pub(super) const EXPRESSIONS: &str = r#"
expressions: expression (',' expression)+ [','] {Tuple} | expression ',' {Tuple} | expression
expression: invalid_expression | invalid_legacy_expression | disjunction 'if' disjunction 'else' expression {IfExp}
  | disjunction | lambdef
yield_expr: 'yield' 'from' expression {Yield} | 'yield' [star_expressions] {Yield}
star_expressions: star_expression (',' star_expression)+ [','] {Tuple} | star_expression ',' {Tuple} | star_expression
star_expression: '*' bitwise_or {Starred} | expression
star_named_expressions: ','.star_named_expression+ [',']
star_named_expression: '*' bitwise_or {Starred} | named_expression
assignment_expression: NAME ':=' ~ expression {NamedExpr}
named_expression: assignment_expression | invalid_named_expression | a=expression !':=' {=a}
disjunction: conjunction ('or' conjunction)+ {BoolOp} | conjunction
conjunction: inversion ('and' inversion)+ {BoolOp} | inversion
inversion: 'not' inversion {UnaryOp} | comparison
comparison: bitwise_or (compare_op bitwise_or)+ {Compare} | bitwise_or
compare_op: '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' {In} | 'is' 'not' | 'is'
bitwise_or: bitwise_xor ('|' bitwise_xor)+ {BinOp} | bitwise_xor
bitwise_xor: bitwise_and ('^' bitwise_and)+ {BinOp} | bitwise_and
bitwise_and: shift_expr ('&' shift_expr)+ {BinOp} | shift_expr
shift_expr: sum (('<<' | '>>') sum)+ {BinOp} | sum
sum: invalid_arithmetic | term (('+' | '-') term)+ {BinOp} | term
term: factor (('*' | '/' | '//' | '%' | '@') factor)+ {BinOp} | factor
factor: invalid_factor | ('+' | '-' | '~') factor {UnaryOp} | power
power: await_primary '**' factor {BinOp} | await_primary
await_primary: 'await' primary {Await} | primary
<primary: primary '.' NAME {Attribute} | primary genexp {Call} | primary '(' [arguments] ')' {Call}
  | primary '[' slices ']' {Subscript} | atom
slices: slice !',' | ','.(slice | starred_expression)+ [',']
slice: [expression] ':' [expression] [':' [expression]] | named_expression
atom: NAME {Name} | 'True' {True} | 'False' {False} | 'None' {None} | &(STRING | FSTART | TSTART) strings
  | NUMBER {Constant} | &'(' (tuple | group | genexp) | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp) | '...' {Ellipsis}
group: '(' a=(yield_expr | named_expression) ')' {=a} | invalid_group
lambdef: 'lambda' [lambda_params] ':' expression {Lambda}
lambda_params: invalid_lambda_parameters | lambda_parameters
lambda_parameters: lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* [lambda_star_etc]
  | lambda_slash_with_default lambda_param_with_default* [lambda_star_etc]
  | lambda_param_no_default+ lambda_param_with_default* [lambda_star_etc]
  | lambda_param_with_default+ [lambda_star_etc] | lambda_star_etc
lambda_slash_no_default: lambda_param_no_default+ '/' ',' | lambda_param_no_default+ '/' &':'
lambda_slash_with_default: lambda_param_no_default* lambda_param_with_default+ '/' ','
  | lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc: invalid_lambda_star_etc | '*' lambda_param_no_default lambda_param_maybe_default* [lambda_kwds]
  | '*' ',' lambda_param_maybe_default+ [lambda_kwds] | lambda_kwds
lambda_kwds: invalid_lambda_kwds | '**' lambda_param_no_default
lambda_param_no_default: a=NAME ',' {=a} | a=NAME &':' {=a}
lambda_param_with_default: NAME default ',' | NAME default &':'
lambda_param_maybe_default: NAME [default] ',' | NAME [default] &':'
strings: invalid_string_tstring_concat | (fstring | STRING)+ {Constant} | tstring+ {TemplateStr}
fstring: FSTART fstring_middle* FEND {JoinedStr}
fstring_middle: fstring_replacement_field | FMIDDLE
fstring_replacement_field: '{' annotated_rhs ['='] [fstring_conversion] [fstring_format_spec] '}'
  | invalid_fstring_replacement_field
fstring_conversion: '!' a=NAME !conversion_letter {!at a "?-string: invalid conversion character '%n': expected 's', 'r', or 'a'"}
  | a='!' b=NAME {!adjacent a b}
  | '!' NAME
conversion_letter: NOTHING
fstring_format_spec: ':' fstring_spec_part*
fstring_spec_part: FMIDDLE | TMIDDLE | fstring_replacement_field
fstring_only_spec_part: FMIDDLE | fstring_replacement_field
tstring: TSTART tstring_middle* TEND
tstring_middle: fstring_replacement_field | TMIDDLE
list: '[' [star_named_expressions] ']' {List}
tuple: '(' [star_named_expression ',' [star_named_expressions]] ')' {Tuple}
set: '{' star_named_expressions '}' {Set}
dict: '{' [double_starred_kvpairs] '}' {Dict} | '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs: double_starred_kvpair (',' later_kvpair)* [',']
later_kvpair: '**' bitwise_or | expression_without_invalid ':' expression
double_starred_kvpair: '**' bitwise_or | kvpair
kvpair: expression ':' expression
for_if_clauses: for_if_clause+
for_if_clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)* | invalid_for_if_clause
  | invalid_for_target
listcomp: '[' named_expression for_if_clauses ']' {ListComp} | invalid_comprehension
setcomp: '{' named_expression for_if_clauses '}' {SetComp} | invalid_comprehension
genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')' {GeneratorExp} | invalid_comprehension
dictcomp: '{' kvpair for_if_clauses '}' {DictComp} | invalid_dict_comprehension
arguments: a=args [','] &')' {=a} | invalid_arguments
args: ','.positional+ [',' kwargs] | kwargs
positional: starred_expression | a=(assignment_expression | expression !':=') !'=' {=a}
kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression: invalid_starred_expression_unpacking | '*' expression {Starred} | invalid_starred_expression
kwarg_or_starred: invalid_kwarg | NAME '=' expression {Keyword} | starred_expression
kwarg_or_double_starred: invalid_kwarg | NAME '=' expression {Keyword} | '**' expression {DoubleStarred}
star_targets: a=star_target !',' {=a} | star_target (',' star_target)* [','] {Tuple}
star_target: '*' !'*' star_target {Starred} | target_with_star_atom
target_with_star_atom: t_primary '.' NAME !t_lookahead {Attribute} | t_primary '[' slices ']' !t_lookahead {Subscript}
  | star_atom
star_atom: NAME {Name} | '(' a=target_with_star_atom ')' {=a}
  | '(' [star_target (',' star_target)+ [','] | star_target ','] ')' {Tuple} | '[' [','.star_target+ [',']] ']' {List}
single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
<t_primary: t_primary '.' NAME &t_lookahead {Attribute} | t_primary '[' slices ']' &t_lookahead {Subscript}
  | t_primary genexp &t_lookahead {Call} | t_primary '(' [arguments] ')' &t_lookahead {Call} | a=atom &t_lookahead {=a}
t_lookahead: '(' | '[' | '.'
del_targets: ','.del_target+ [',']
del_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | NAME | '(' del_target ')'
  | '(' [del_targets] ')' | '[' [del_targets] ']'
"#;

/// What is wrong, in the order in which CPython looks for it.
pub(super) const MISTAKES: &str = r#"
invalid_arguments: kw_first a=',' ','.starred_expression+ {!from a "iterable argument unpacking follows keyword argument unpacking"}
  | a=expression b=for_if_clauses ',' [args | expression for_if_clauses] {!over a b "Generator expression must be parenthesized"}
  | a=NAME b='=' expression for_if_clauses {!over a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | [args ','] a=NAME b='=' &(',' | ')') {!over a b "expected argument value expression"}
  | a=args b=for_if_clauses {!lonely a b}
  | args ',' a=expression b=for_if_clauses {!over a b "Generator expression must be parenthesized"}
  | a=args ',' args {!positional a}
kw_first: ','.positional+ ',' kwargs | kwargs
invalid_arithmetic: term (('+' | '-') term)* ('+' | '-' | '*' | '/' | '%' | '//' | '@') a='not' b=inversion {!over a b "'not' after an operator must be parenthesized"}
invalid_factor: ('+' | '-' | '~') a='not' b=factor {!over a b "'not' after an operator must be parenthesized"}
invalid_kwarg: a=('True' | 'False' | 'None') b='=' {!over a b "cannot assign to %n"}
  | a=NAME b='=' expression for_if_clauses {!over a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(NAME '=') a=expression b='=' {!over a b "expression cannot contain assignment, perhaps you meant \"==\"?"}
  | a='**' expression '=' b=expression {!over a b "cannot assign to keyword argument unpacking"}
expression_without_invalid: disjunction 'if' disjunction 'else' expression {IfExp} | disjunction | lambdef
invalid_legacy_expression: a=NAME !'(' b=star_expressions {!legacy a b}
invalid_expression: STRING a=(!STRING expression_without_invalid)+ STRING {!over a a "invalid syntax. Is this intended to be part of the string?"}
  | !(NAME STRING | SOFT) a=disjunction b=expression_without_invalid {!comma a b}
  | a=disjunction 'if' b=disjunction !('else' | ':') {!over a b "expected 'else' after 'if' expression"}
  | a=disjunction 'if' b=disjunction 'else' !expression {!next "expected expression after 'else', but statement is given"}
  | a=('pass' | 'break' | 'continue') 'if' disjunction 'else' simple_stmt {!at a "expected expression before 'if', but statement is given"}
  | a='lambda' [lambda_params] b=':' &FMIDDLE {!over a b "f-string: lambda expressions are not allowed without parentheses"}
  | a='lambda' [lambda_params] b=':' &TMIDDLE {!over a b "t-string: lambda expressions are not allowed without parentheses"}
invalid_named_expression: a=expression ':=' expression {!at a "cannot use assignment expressions with %e"}
  | a=NAME '=' b=bitwise_or !('=' | ':=') {!over a b "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or b='=' bitwise_or !('=' | ':=') {!at a "cannot assign to %e here. Maybe you meant '==' instead of '='?"}
invalid_assignment: a=invalid_ann_assign_target ':' expression {!at a "only single target (not %e) can be annotated"}
  | a=star_named_expression ',' star_named_expressions* ':' expression {!at a "only single target (not tuple) can be annotated"}
  | a=expression ':' expression {!at a "illegal target for annotation"}
  | (star_targets '=')* a=star_expressions '=' {!assign a}
  | (star_targets '=')* a=yield_expr '=' {!at a "assignment to yield expression not possible"}
  | a=star_expressions augassign annotated_rhs {!at a "'%e' is an illegal expression for augmented assignment"}
invalid_ann_assign_target: list | tuple | '(' a=invalid_ann_assign_target ')' {=a}
invalid_del_stmt: 'del' a=star_expressions {!delete a}
invalid_block: NEWLINE !INDENT {!unindented}
invalid_comprehension: ('[' | '(' | '{') a=starred_expression for_if_clauses {!at a "iterable unpacking cannot be used in comprehension"}
  | ('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses {!over a b "did you forget parentheses around the comprehension target?"}
  | ('[' | '{') a=star_named_expression b=',' for_if_clauses {!over a b "did you forget parentheses around the comprehension target?"}
invalid_dict_comprehension: '{' a='**' bitwise_or for_if_clauses '}' {!at a "dict unpacking cannot be used in dict comprehension"}
invalid_parameters: a='/' ',' {!at a "at least one argument must precede /"}
  | (slash_no_default | slash_with_default) param_maybe_default* a='/' {!at a "/ may appear only once"}
  | [slash_no_default] param_no_default* invalid_parameters_helper a=param_no_default {!at a "parameter without a default follows parameter with a default"}
  | param_no_default* a='(' param_no_default+ [','] b=')' {!over a b "Function parameters cannot be parenthesized"}
  | [slash_no_default | slash_with_default] param_maybe_default* '*' (',' | param_no_default) param_maybe_default* a='/' {!at a "/ must be ahead of *"}
  | param_maybe_default+ '/' a='*' {!at a "expected comma between / and *"}
invalid_parameters_helper: slash_with_default | param_with_default+
invalid_default: a='=' &(')' | ',') {!at a "expected default value expression"}
invalid_star_etc: a='*' (')' | ',' (')' | '**')) {!at a "named arguments must follow bare *"}
  | '*' param a='=' {!at a "var-positional argument cannot have default value"}
  | '*' (param_no_default | ',') param_maybe_default* a='*' (param_no_default | ',') {!at a "* argument may appear only once"}
invalid_kwds: '**' param a='=' {!at a "var-keyword argument cannot have default value"}
  | '**' param ',' a=param {!at a "arguments cannot follow var-keyword argument"}
  | '**' param ',' a=('*' | '**' | '/') {!at a "arguments cannot follow var-keyword argument"}
invalid_lambda_parameters: a='/' ',' {!at a "at least one argument must precede /"}
  | (lambda_slash_no_default | lambda_slash_with_default) lambda_param_maybe_default* a='/' {!at a "/ may appear only once"}
  | [lambda_slash_no_default] lambda_param_no_default* invalid_lambda_parameters_helper a=lambda_param_no_default {!at a "parameter without a default follows parameter with a default"}
  | lambda_param_no_default* a='(' ','.NAME+ [','] b=')' {!over a b "Lambda expression parameters cannot be parenthesized"}
  | [lambda_slash_no_default | lambda_slash_with_default] lambda_param_maybe_default* '*' (',' | lambda_param_no_default) lambda_param_maybe_default* a='/' {!at a "/ must be ahead of *"}
  | lambda_param_maybe_default+ '/' a='*' {!at a "expected comma between / and *"}
invalid_lambda_parameters_helper: lambda_slash_with_default | lambda_param_with_default+
invalid_lambda_star_etc: '*' (':' | ',' (':' | '**')) {!last "named arguments must follow bare *"}
  | '*' NAME a='=' {!at a "var-positional argument cannot have default value"}
  | '*' (lambda_param_no_default | ',') lambda_param_maybe_default* a='*' (lambda_param_no_default | ',') {!at a "* argument may appear only once"}
invalid_lambda_kwds: '**' NAME a='=' {!at a "var-keyword argument cannot have default value"}
  | '**' NAME ',' a=NAME {!at a "arguments cannot follow var-keyword argument"}
  | '**' NAME ',' a=('*' | '**' | '/') {!at a "arguments cannot follow var-keyword argument"}
invalid_with_item: expression 'as' a=expression &(',' | ')' | ':') {!assign a}
invalid_for_if_clause: ['async'] 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' {!last "'in' expected after for-loop variables"}
invalid_for_target: ['async'] 'for' a=star_expressions {!loop a}
invalid_group: '(' a=starred_expression ')' {!at a "cannot use starred expression here"}
  | '(' a='**' expression ')' {!at a "cannot use double starred expression here"}
invalid_import: a='import' ','.dotted_name+ 'from' dotted_name {!from a "Did you mean to use 'from ... import ...' instead?"}
  | 'import' a=NEWLINE {!from a "Expected one or more names after 'import'"}
invalid_dotted_as_name: dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression {!at a "cannot use %e as import target"}
invalid_import_from_as_name: NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) a=expression {!at a "cannot use %e as import target"}
invalid_import_from_targets: import_from_as_names ',' NEWLINE {!last "trailing comma not allowed without surrounding parentheses"}
  | a=NEWLINE {!from a "Expected one or more names after 'import'"}
invalid_with_stmt: ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE {!last "expected ':'"}
  | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ [','] ')' NEWLINE {!last "expected ':'"}
invalid_with_stmt_indent: ['async'] a='with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT {!block a "'with' statement"}
  | ['async'] a='with' '(' ','.(expressions ['as' star_target])+ [','] ')' ':' NEWLINE !INDENT {!block a "'with' statement"}
invalid_try_stmt: a='try' ':' NEWLINE !INDENT {!block a "'try' statement"}
  | 'try' ':' block !('except' | 'finally') {!last "expected 'except' or 'finally' block"}
  | 'try' ':' block* except_block+ a='except' b='*' expression ['as' NAME] ':' {!over a b "cannot have both 'except' and 'except*' on the same 'try'"}
  | 'try' ':' block* except_star_block+ a='except' [expression ['as' NAME]] ':' {!at a "cannot have both 'except' and 'except*' on the same 'try'"}
invalid_except_stmt: 'except' ['*'] a=expression ',' expressions 'as' NAME ':' {!from a "multiple exception types must be parenthesized when using 'as'"}
  | 'except' ['*'] expression ['as' NAME] NEWLINE {!last "expected ':'"}
  | 'except' NEWLINE {!last "expected ':'"}
  | 'except' '*' (NEWLINE | ':') {!last "expected one or more exception types"}
  | 'except' expression 'as' a=expression ':' block {!at a "cannot use except statement with %e"}
invalid_except_star_stmt: 'except' '*' expression 'as' a=expression ':' block {!at a "cannot use except* statement with %e"}
invalid_finally_stmt: a='finally' ':' NEWLINE !INDENT {!block a "'finally' statement"}
invalid_except_stmt_indent: a='except' expression ['as' NAME] ':' NEWLINE !INDENT {!block a "'except' statement"}
  | a='except' ':' NEWLINE !INDENT {!block a "'except' statement"}
invalid_except_star_stmt_indent: a='except' '*' expression ['as' NAME] ':' NEWLINE !INDENT {!block a "'except*' statement"}
invalid_match_stmt: "match" subject_expr NEWLINE {!last "expected ':'"}
  | a="match" subject_expr ':' NEWLINE !INDENT {!block a "'match' statement"}
invalid_case_block: "case" patterns [guard] NEWLINE {!last "expected ':'"}
  | a="case" patterns [guard] ':' NEWLINE !INDENT {!block a "'case' statement"}
invalid_as_pattern: or_pattern 'as' a="_" {!at a "cannot use '_' as a target"}
  | or_pattern 'as' a=expression {!at a "cannot use %e as pattern target"}
invalid_class_pattern: name_or_attr '(' [positional_patterns ','] keyword_patterns ',' a=positional_patterns {!at a "positional patterns follow keyword patterns"}
invalid_if_stmt: 'if' named_expression NEWLINE {!last "expected ':'"}
  | a='if' named_expression ':' NEWLINE !INDENT {!block a "'if' statement"}
invalid_elif_stmt: 'elif' named_expression NEWLINE {!last "expected ':'"}
  | a='elif' named_expression ':' NEWLINE !INDENT {!block a "'elif' statement"}
invalid_else_stmt: a='else' ':' NEWLINE !INDENT {!block a "'else' statement"}
  | 'else' ':' block a='elif' {!last "'elif' block follows an 'else' block"}
invalid_while_stmt: 'while' named_expression NEWLINE {!last "expected ':'"}
  | a='while' named_expression ':' NEWLINE !INDENT {!block a "'while' statement"}
invalid_for_stmt: ['async'] 'for' star_targets 'in' star_expressions NEWLINE {!last "expected ':'"}
  | ['async'] a='for' star_targets 'in' star_expressions ':' NEWLINE !INDENT {!block a "'for' statement"}
invalid_def_raw: ['async'] a='def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT {!block a "function definition"}
invalid_class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE {!last "expected ':'"}
  | a='class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT {!block a "class definition"}
invalid_double_starred_kvpairs: double_starred_kvpair (',' later_kvpair)* ',' invalid_kvpair
  | expression ':' a='*' bitwise_or {!from a "cannot use a starred expression in a dictionary value"}
  | expression a=':' &('}' | ',') {!at a "expression expected after dictionary key and ':'"}
invalid_kvpair: a=expression_without_invalid !':' {!key a}
  | expression ':' a='*' bitwise_or {!from a "cannot use a starred expression in a dictionary value"}
  | expression a=':' &('}' | ',') {!at a "expression expected after dictionary key and ':'"}
invalid_starred_expression_unpacking: a='*' expression '=' b=expression {!over a b "cannot assign to iterable argument unpacking"}
invalid_starred_expression: '*' {!last "Invalid star expression"}
invalid_type_param: '*' NAME a=':' b=expression {!from a "cannot use bound with TypeVarTuple"}
  | '**' NAME a=':' b=expression {!from a "cannot use bound with ParamSpec"}
invalid_string_tstring_concat: a=(fstring | STRING)+ b=tstring {!over a b "cannot mix t-string literals with string or bytes literals"}
  | a=tstring+ b=(fstring | STRING) {!over a b "cannot mix t-string literals with string or bytes literals"}
invalid_fstring_replacement_field: '{' a='=' {!at a "?-string: valid expression required before '='"}
  | '{' a='!' {!at a "?-string: valid expression required before '!'"}
  | '{' a=':' {!at a "?-string: valid expression required before ':'"}
  | '{' a='}' {!at a "?-string: valid expression required before '}'"}
  | '{' !annotated_rhs {!next "?-string: expecting a valid expression after '{'"}
  | '{' annotated_rhs !('=' | '!' | ':' | '}') {!next "?-string: expecting '=', or '!', or ':', or '}'"}
  | '{' annotated_rhs '=' !('!' | ':' | '}') {!next "?-string: expecting '!', or ':', or '}'"}
  | '{' annotated_rhs ['='] invalid_fstring_conversion
  | '{' annotated_rhs ['='] ['!' NAME] !(':' | '}') {!next "?-string: expecting ':' or '}'"}
  | '{' annotated_rhs ['='] ['!' NAME] ':' fstring_only_spec_part* !'}' {!next "?-string: expecting '}', or format specs"}
  | '{' annotated_rhs ['='] ['!' NAME] !'}' {!next "?-string: expecting '}'"}
invalid_fstring_conversion: '!' &(':' | '}') {!next "?-string: missing conversion character"}
  | '!' !NAME {!next "?-string: invalid conversion character"}
"#;
