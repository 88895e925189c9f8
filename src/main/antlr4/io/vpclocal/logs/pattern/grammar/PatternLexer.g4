/*
 * Tokens of the CloudWatch Logs filter pattern language. The first character picks the dialect: '{' JSON selectors,
 * '[' space-delimited fields, anything else terms. No rule fails: a character that fits nowhere becomes OTHER, and the
 * parser reports it with its position.
 */
lexer grammar PatternLexer;

LBRACE       : '{' -> pushMode(JSON);
LBRACKET     : '[' -> pushMode(FIELDS);
MINUS        : '-';
QUESTION     : '?';
EMPTY_PHRASE : '""';
QUOTED       : '"' ( '\\' . | ~["\\] )+ '"';
REGEX        : '%' ( '\\' . | ~[%\\] )+ '%';
WORD         : [A-Za-z0-9_]+;
WS           : [ \t\r\n]+;
OTHER        : . ;

mode JSON;

J_WS     : [ \t\r\n]+ -> skip;
RBRACE   : '}';
DOLLAR   : '$';
DOT      : '.';
STAR     : '*';
LSQUARE  : '[';
RSQUARE  : ']';
LPAREN   : '(';
RPAREN   : ')';
AND      : '&&';
OR       : '||';
IS       : 'IS';
NOT      : 'NOT';
EXISTS   : 'EXISTS';
NULL     : 'NULL';
TRUE     : 'TRUE';
FALSE    : 'FALSE';
NAME     : [A-Za-z0-9_-]+;
KEY      : '\'' ~[']+ '\'';
J_QUOTED : '"' ( '\\' . | ~["\\] )+ '"' -> type(QUOTED);
OP       : ( '=' | '!=' | '<=' | '>=' | '<' | '>' ) -> pushMode(VALUE);
J_OTHER  : . -> type(OTHER);

mode FIELDS;

F_WS     : [ \t\r\n]+ -> skip;
RBRACKET : ']';
COMMA    : ',';
ELLIPSIS : '...';
F_AND    : '&&' -> type(AND);
F_OR     : '||' -> type(OR);
F_NAME   : [A-Za-z0-9_]+ -> type(NAME);
F_OP     : ( '=' | '!=' | '<=' | '>=' | '<' | '>' ) -> type(OP), pushMode(VALUE);
F_OTHER  : . -> type(OTHER);

mode VALUE;

V_WS     : [ \t\r\n]+ -> skip;
V_QUOTED : '"' ( '\\' . | ~["\\] )* '"' -> type(QUOTED), popMode;
V_REGEX  : '%' ( '\\' . | ~[%\\] )+ '%' -> type(REGEX), popMode;
BARE     : ~[ \t\r\n"%(){}[\],&|=<>!]+ -> popMode;
V_OTHER  : . -> type(OTHER), popMode;
