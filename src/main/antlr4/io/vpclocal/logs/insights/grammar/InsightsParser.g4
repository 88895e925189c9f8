/* Structure of the CloudWatch Logs Insights query language; the tokens are in InsightsLexer. */
parser grammar InsightsParser;

options {
  tokenVocab = InsightsLexer;
}

query
  : command (PIPE command)* EOF
  ;

command
  : FIELDS selection (COMMA selection)*                                       # fields
  | DISPLAY selection (COMMA selection)*                                      # display
  | (FILTER | WHERE) expression                                               # filter
  | STATS items (BY items)?                                                   # stats
  | (SORT | ORDER) BY? sortKey (COMMA sortKey)*                               # sort
  | (LIMIT | HEAD) ANY? NUMBER                                                # limit
  | PARSE path? STRING AS name (COMMA name)*                                  # parseGlob
  | PARSE path? REGEX before = MULTI? (AS name (COMMA name)*)? after = MULTI? # parseRegex
  | PARSE path? LOGFMT AS name                                                # parseLogfmt
  | PARSE path? CSV AS name (COMMA name)*                                     # parseCsv
  | DEDUP path (COMMA path)*                                                  # dedup
  | UNNEST expression INTO name                                               # unnest
  | EXPAND name                                                               # expand
  ;

items
  : selection (COMMA selection)*
  ;

selection
  : expression (AS name)?
  ;

sortKey
  : expression direction = (ASC | DESC)?
  ;

expression
  : expression LBRACKET NUMBER RBRACKET                                  # element
  | expression DOT name                                                  # member
  | MINUS expression                                                     # negative
  | <assoc = right> expression CARET expression                          # power
  | expression operator = (STAR | SLASH | PERCENT) expression            # product
  | expression operator = (PLUS | MINUS) expression                      # sum
  | expression operator = (EQ | NE | LT | LE | GT | GE) expression       # comparison
  | expression NOT? IN LBRACKET (expression (COMMA expression)*)? RBRACKET # membership
  | expression NOT? LIKE pattern                                         # like
  | expression MATCHES pattern                                           # matches
  | NOT expression                                                       # negation
  | expression AND expression                                            # conjunction
  | expression OR expression                                             # disjunction
  | name LPAREN (argument (COMMA argument)*)? RPAREN                     # call
  | LPAREN expression RPAREN                                             # group
  | PERIOD                                                               # period
  | NUMBER                                                               # number
  | STRING                                                               # string
  | name                                                                 # field
  ;

argument
  : STAR
  | expression
  ;

pattern
  : REGEX | STRING | name
  ;

path
  : expression
  ;

name
  : IDENT | QUOTED | FIELDS | DISPLAY | FILTER | WHERE | STATS | SORT | ORDER | LIMIT | HEAD | PARSE | DEDUP | UNNEST | EXPAND
  | INTO | ANY
  ;
