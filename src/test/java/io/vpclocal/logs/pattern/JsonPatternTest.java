package io.vpclocal.logs.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatternTest {

    /** AWS documentation, "Match terms in JSON log events using simple expressions", with some more properties. */
    private static final String EVENT = """
            {"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"],
             "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}], "SomeObject": null, "cluster.name": "c",
             "someInt": 123, "someFloat": 12.34, "someFloat2": 12.0, "ThisFlag": true, "ThatFlag": false,
             "someArray": [], "emptyObject": {}, "detail-type": "x", "big": 9007199254740993, "kilo": 1e3,
             "escaped": "error \\"message\\""}
            """;

    /**
     * AWS documentation, same page, and a public test suite that ran these against TestMetricFilter (numbers, quoted
     * numbers, wildcards, missing properties).
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventType = \"UpdateTrail\" }",
                "{ $.eventType = UpdateTrail }",
                "{ $.sourceIPAddress != 123.123.* }",
                "{ $.arrayKey[0] = \"value\" }",
                "{ $.eventType = %Trail% }",
                "{ $.arrayKey[*] = %val.{2}% }",
                "{ $.* = %111\\.111\\.111\\.1[0-9]{1,2}% }",
                "{ $.['cluster.name'] = \"c\" }",
                "{ $['cluster.name'] = \"c\" }",
                "{ $.SomeObject IS NULL }",
                "{ $.SomeOtherObject NOT EXISTS         }",
                "{ $.ThisFlag IS TRUE }",
                "{$.ThatFlag IS FALSE}",
                "{ $.detail-type = x }",
                "{ $.objectList[1].id    = 2 }",
                "{ $.objectList[*].id = 2 }",
                "{ $.someInt = 123 }",
                "{ $.someInt = 123.0 }",
                "{ $.someInt = +1.23e2 }",
                "{ $.someInt = * }",
                "{ $.someInt != 111 }",
                "{ $.someInt > 1 }",
                "{ $.someInt >= 123 }",
                "{ $.someInt < 1000 }",
                "{ $.someInt <= 123 }",
                "{ $.someInt > -1e-3 }",
                "{ $.kilo = 1e+3 }",
                "{ $.kilo >= 1000 }",
                "{ $.someFloat = 12.34 }",
                "{ $.someFloat2 = 12 }",
                "{ $.someFloat2 != \"12\" }",
                "{ $.someInt = \"123\" }",
                "{ $.someInt != \"123.0\" }",
                "{ $.someInt = \"1*\" }",
                "{ $.someInt = *23 }",
                "{ $.someFloat = 12.3*}",
                "{ $.someFloat = *.34 }",
                "{ $.someFloat = \"*\"}",
                "{ $.someFloat != 43.2* }",
                "{ $.sourceIPAddress = *.111.111.111 }",
                "{ $.sourceIPAddress != 111*111 }",
                "{ $.sourceIPAddress = 111.* }",
                "{ $.big = 9007199254740993 }",
                "{ $.escaped = \"error \\\"message\\\"\" }"
            })
    void condition_holds(String pattern) {
        assertThat(FilterPattern.parse(pattern).matches(EVENT)).isTrue();
    }

    /** Same sources. A selector of an object, of an array or of nothing passes no comparison. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ $.eventType = updateTrail }",
                "{ $.ThisFlag[0] = \"value\" }",
                "{ $.objectList[1].number = 2 }",
                "{ $.objectList[2].id = 2 }",
                "{ $.notExisted = \"UpdateTrail\" }",
                "{ $.notExisted != \"UpdateTrail\" }",
                "{ $.someArray != \"someString\" }",
                "{ $.emptyObject != someString }",
                "{ $.emptyObject = * }",
                "{ $.SomeObject != x }",
                "{ $.SomeObject NOT EXISTS }",
                "{ $.notExisted IS NULL }",
                "{ $.someInt != 123 }",
                "{ $.someFloat != 12.34 }",
                "{ $.eventType >= 123 }",
                "{ $.sourceIPAddress = *111.111.111 }",
                "{ $.big = 9007199254740992 }",
                "{ $.someInt > 123 }",
                "{ $.ThisFlag IS FALSE }",
                "{ $.someInt IS TRUE }"
            })
    void condition_fails(String pattern) {
        assertThat(FilterPattern.parse(pattern).matches(EVENT)).isFalse();
    }

    private static final String PEOPLE = """
            {"user": {"id": 1, "email": "John.Stiles@example.com"},
             "users": [{"id": 2, "email": "John.Doe@example.com"}, {"id": 3, "email": "Jane.Doe@example.com"}],
             "actions": ["GET", "PUT", "DELETE"], "coordinates": [[0, 1, 2], [4, 5, 6], [7, 8, 9]]}
            """;

    /** AWS documentation, "Match terms in JSON objects using compound expressions". */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            { ($.user.id = 1) && ($.users[0].email = "John.Doe@example.com") }; true
            { $.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch" && $.actions[2] = "nonmatch" }; true
            { ($.user.email = "John.Stiles@example.com" || $.coordinates[0][1] = "nonmatch") && $.actions[2] = "nonmatch" }; false
            { ($.user.id = 2 && $.users[0].email = "nonmatch") || $.actions[2] = "GET" }; false
            { $.coordinates[2][0] = 7 }; true
            { $.coordinates[*][0] = 7 && $.actions[*] = PUT && $.user.* = 1 }; true
            {($.user.id=1)&&(($.actions[0]=PUT)||($.actions[0]=GET))}; true
            """)
    void compound(String pattern, boolean expected) {
        assertThat(FilterPattern.parse(pattern).matches(PEOPLE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "plain", "{", "{\"a\":", "[1]", "{\"a\":1} x", "\u0000{"})
    void textThatIsNotJson_doesNotMatch(String message) {
        assertThat(FilterPattern.parse("{ $.a NOT EXISTS }").matches(message)).isFalse();
    }

    /** Recorded from TestMetricFilter: JSON patterns extract nothing. */
    @Test
    void nothingIsExtracted() {
        assertThat(FilterPattern.parse("{ $.user.id = 1 && $.actions[1] = PUT && $.none NOT EXISTS }")
                        .extract(PEOPLE))
                .isEmpty();
    }
}
