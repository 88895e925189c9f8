/* Structure of the CloudWatch Logs filter pattern language; the tokens are in PatternLexer. */
parser grammar PatternParser;

options {
  tokenVocab = PatternLexer;
}

pattern
  : WS? EOF                       # everything
  | WS? LBRACE jsonOr RBRACE EOF  # json
  | WS? LBRACKET slots RBRACKET EOF # spaceDelimited
  | WS? REGEX WS? EOF             # regex
  | WS? term (WS term)* WS? EOF   # terms
  ;

term
  : prefix = (MINUS | QUESTION)? text = (WORD | QUOTED)
  ;

jsonOr
  : jsonAnd (OR jsonAnd)*
  ;

jsonAnd
  : jsonCondition (AND jsonCondition)*
  ;

jsonCondition
  : LPAREN jsonOr RPAREN                        # group
  | selector OP value                           # compare
  | selector IS constant = (NULL | TRUE | FALSE) # is
  | selector NOT EXISTS                         # absent
  ;

selector
  : DOLLAR step+
  ;

step
  : DOT property                     # named
  | DOT STAR                         # anyMember
  | DOT? LSQUARE key = (KEY | QUOTED) RSQUARE # quotedKey
  | LSQUARE STAR RSQUARE             # anyElement
  | LSQUARE NAME RSQUARE             # element
  ;

property
  : NAME | IS | NOT | EXISTS | NULL | TRUE | FALSE
  ;

value
  : QUOTED | REGEX | BARE
  ;

slots
  : slot (COMMA slot)*
  ;

slot
  : ELLIPSIS
  | fieldOr
  | NAME
  |
  ;

fieldOr
  : fieldAnd (OR fieldAnd)*
  ;

fieldAnd
  : fieldCondition (AND fieldCondition)*
  ;

fieldCondition
  : NAME OP value
  ;
