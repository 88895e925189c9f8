package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Integers and booleans of the query protocol. The code is recorded from AWS. The texts are UNVERIFIED unless a test
 * says otherwise.
 */
@EmulatorTest
class QueryValuesTest {

    @Autowired
    private Aws aws;

    private final String account = Aws.newAccount();

    @ParameterizedTest
    @ValueSource(
            strings = {
                " 1 ",
                "1 ",
                "\t1",
                "1.0",
                "1e0",
                "0x1",
                "1_000",
                "2147483648",
                "-2147483649",
                "",
                " ",
                "one",
                "NaN",
                "\u0661",
                "99999999999999999999"
            })
    void integersAreDigits(String value) throws Exception {
        for (String action : new String[] {
            "Version=2010-05-08&Action=ListUsers&MaxItems=",
            "Version=2010-05-08&Action=UpdateRole&RoleName=r&MaxSessionDuration=",
            "Version=2011-06-15&Action=GetFederationToken&Name=me&DurationSeconds=",
            "Version=2011-06-15&Action=GetSessionToken&DurationSeconds=",
            "Version=2015-12-01&Action=DescribeLoadBalancers&PageSize="
        }) {
            assertMalformed(action, value, "integer must follow xsd1.1 definition");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "+1", "0001", "1000"})
    void integersMayHaveASign(String value) throws Exception {
        assertThat(send("Version=2010-05-08&Action=ListUsers&MaxItems=", value).statusCode())
                .isEqualTo(200);
    }

    /** The range of an integer is checked after its form. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "2147483647"})
    void integersHaveLimits(String value) throws Exception {
        HttpResponse<String> answer = send("Version=2010-05-08&Action=ListUsers&MaxItems=", value);
        assertThat(answer.body()).contains("<Code>ValidationError</Code>", "at 'maxItems'");
    }

    /** Text and forms are recorded from another service with the same protocol. */
    @ParameterizedTest
    @ValueSource(strings = {"TRUE", "False", "yes", "", " true", "2", "t"})
    void booleansAreWrittenInLowerCase(String value) throws Exception {
        assertMalformed(
                "Version=2010-05-08&Action=ListPolicies&Scope=Local&OnlyAttached=",
                value,
                "boolean must follow xsd1.1 definition");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "1", "0"})
    void booleansMayBeDigits(String value) throws Exception {
        assertThat(send("Version=2010-05-08&Action=ListPolicies&Scope=Local&OnlyAttached=", value)
                        .statusCode())
                .isEqualTo(200);
    }

    /** EC2 is not known to be this strict. */
    @ParameterizedTest
    @ValueSource(strings = {" 5 ", "5"})
    void ec2IsLenientWithIntegers(String value) throws Exception {
        assertThat(send("Version=2016-11-15&Action=DescribeVpcs&MaxResults=", value)
                        .statusCode())
                .isEqualTo(200);
    }

    private void assertMalformed(String action, String value, String text) throws Exception {
        HttpResponse<String> answer = send(action, value);
        assertThat(answer.statusCode()).as(action + value).isEqualTo(400);
        assertThat(answer.body())
                .contains("<Type>Sender</Type>", "<Code>MalformedInput</Code>", "<Message>" + text + "</Message>");
    }

    private HttpResponse<String> send(String action, String value) throws Exception {
        return RawHttp.form(aws.endpoint(), account, action + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
}
