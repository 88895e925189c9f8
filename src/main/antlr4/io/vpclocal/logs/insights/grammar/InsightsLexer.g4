/*
 * Tokens of the CloudWatch Logs Insights query language. No rule fails: a character that fits nowhere becomes OTHER, and
 * the parser reports it with its position.
 */
lexer grammar InsightsLexer;

options {
  caseInsensitive = true;
}

@members {
  private int last = -1;
  private boolean inParse;

  @Override
  public void reset() {
    last = -1;
    inParse = false;
    super.reset();
  }

  /* A slash divides, except after an operator that takes an expression and before the pattern of the parse command. */
  private boolean regexMayFollow() {
    return inParse || last == LIKE || last == MATCHES;
  }

  @Override
  public Token emit() {
    last = _type;
    if (last == PARSE) {
      inParse = true;
    } else if (last == PIPE || last == AS || last == STRING || last == REGEX) {
      inParse = false;
    }
    return super.emit();
  }
}

FIELDS  : 'fields';
DISPLAY : 'display';
FILTER  : 'filter';
WHERE   : 'where';
STATS   : 'stats';
SORT    : 'sort';
ORDER   : 'order';
LIMIT   : 'limit';
HEAD    : 'head';
PARSE   : 'parse';
DEDUP   : 'dedup';
UNNEST  : 'unnest';
EXPAND  : 'expand';
INTO    : 'into';
ANY     : 'any';
MULTI   : 'multi';
LOGFMT  : 'logfmt';
CSV     : 'csv';
AS      : 'as';
BY      : 'by';
ASC     : 'asc';
DESC    : 'desc';
AND     : 'and';
OR      : 'or';
NOT     : 'not';
IN      : 'in';
LIKE    : 'like';

REGEX   : { regexMayFollow() }? '/' ( '\\' . | ~[/\\] )+ '/';

PIPE     : '|';
COMMA    : ',';
LPAREN   : '(';
RPAREN   : ')';
LBRACKET : '[';
RBRACKET : ']';
DOT      : '.';
MATCHES  : '=~';
EQ       : '=';
NE       : '!=';
LE       : '<=';
GE       : '>=';
LT       : '<';
GT       : '>';
PLUS     : '+';
MINUS    : '-';
STAR     : '*';
SLASH    : '/';
PERCENT  : '%';
CARET    : '^';

NUMBER : [0-9]+ ( '.' [0-9]+ )? ( 'e' [+-]? [0-9]+ )?;
PERIOD : [0-9]+ [a-z]+;
STRING : '"' ( '\\' . | ~["\\] )* '"' | '\'' ( '\\' . | ~['\\] )* '\'';
QUOTED : '@'? '`' ~[`]+ '`';
IDENT  : [a-z_@] [a-z0-9_@]* ( '.' [a-z0-9_@]+ )*;

COMMENT : '#' ~[\r\n]* -> skip;
WS      : [ \t\r\n\u00a0]+ -> skip;
OTHER   : . ;
