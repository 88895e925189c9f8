package io.vpclocal.protocol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Malformed requests that are refused before an action's rules apply. Envelopes: recorded from AWS. */
@EmulatorTest
class WireErrorTest {

    private static final String EC2_ERROR =
            "(?s)<\\?xml version=\"1\\.0\" encoding=\"UTF-8\"\\?><Response><Errors><Error>"
                    + "<Code>%s</Code><Message>.*</Message></Error></Errors><RequestID>[0-9a-f-]{36}</RequestID></Response>";

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Action=NoSuchAction | InvalidAction",
                "Action=RunScheduledInstances | UnsupportedOperation",
                "Version=2016-11-15 | MissingAction",
                "'' | MissingAction",
                "Action=CreateVpc | MissingParameter",
                "Action=DescribeVpcs&vpcid.1=vpc-01234567 | UnknownParameter",
                "Action=CreateRoute&ClientToken=x | UnknownParameter",
                "Action=DescribeVpcs&VpcId=vpc-01234567 | InvalidVpcID.NotFound",
                "Action=DescribeVpcs&MaxResults=many | InvalidParameterValue",
                "Action=DescribeVpcs&MaxResults=99999999999 | InvalidParameterValue",
                "Action=DescribeVpcs&DryRun=perhaps | InvalidParameterValue",
                "Action=CreateVpc&CidrBlock=10.0.0.0/16&InstanceTenancy=shared | InvalidParameterValue",
                "Action=DescribeVpcs&Filter.1.Name=%zz | MalformedQueryString",
                "Action=DescribeVpcs&Filter.1.Name=a%00b | InvalidCharacter",
                "Action=DescribeVpcs&a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1 | MalformedQueryString",
                "Action=DescribeVpcs&Filter.1.Name=nothing&Filter.1.Value.1=x | InvalidParameterValue",
                "Action=DescribeVpcs&Filter.1.Value.1=x | MissingParameter",
                "Action=DescribeVpcs&NextToken=forged | InvalidParameterValue",
                "Action=DescribeVpcs&MaxResults=4 | InvalidParameterValue",
                "Action=DescribeVpcs&MaxResults=1001 | InvalidParameterValue",
                "Action=DescribeVpcs&VpcId.1=vpc-1 | InvalidVpcID.NotFound",
                "Action=DescribeSubnets&SubnetId.1=subnet-1 | InvalidSubnetID.NotFound",
                "Action=DescribeVpcs&VpcId.1=vpc-01234567 | InvalidVpcID.NotFound",
                "Action=DescribeVpcs&VpcId.1=vpc-01234567&MaxResults=5 | InvalidParameterCombination"
            })
    void wrongParametersGetTheErrorThatClientsParse(String form, String code) throws Exception {
        HttpResponse<String> response = RawHttp.form(aws.endpoint(), form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(response.body()).matches(EC2_ERROR.formatted(code.replace(".", "\\.")));
    }

    /** Status of MalformedQueryString: AWS documentation, "Common errors" of IAM and STS. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2010-05-08 | GetUser&UserName=%zz    | 404 | MalformedQueryString",
                "2010-05-08 | GetUser&UserName=%      | 404 | MalformedQueryString",
                "2010-05-08 | CreateUser&UserName=a%00 | 400 | InvalidCharacter",
                "2011-06-15 | GetCallerIdentity&x=%e  | 404 | MalformedQueryString",
                "2015-12-01 | DescribeLoadBalancers&a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a=1 | 404 | MalformedQueryString"
            })
    void malformedFormsGetTheEnvelopeOfTheirService(String version, String call, int status, String code)
            throws Exception {
        HttpResponse<String> response = RawHttp.form(aws.endpoint(), "Version=" + version + "&Action=" + call);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .contains("amazonaws.com/doc/" + version + "/\"><Error><Type>Sender</Type><Code>" + code + "</Code>");
    }

    /** Our design: what is wrong with the request is not a failure of the emulator. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FOO / | Content-Length: 0 | '' | 405 | InvalidAction | FOO / does not exist in this service.",
                "FOO /x | Content-Length: 0 | '' | 404 | InvalidAction | FOO /x does not exist in this service.",
                "CONNECT / | Content-Length: 0 | '' | 501 | MalformedQueryString | The request is not valid HTTP",
                "POST / | Transfer-Encoding: nonsense | '' | 501 | MalformedQueryString | The request is not valid HTTP",
                "POST / | Transfer-Encoding: gzip, chunked | '' | 501 | MalformedQueryString | The request is not valid HTTP",
                "POST / | Transfer-Encoding: chunked | zz | 400 | MalformedQueryString | The request is not valid HTTP",
                "POST / | Content-Length: x | '' | 400 | MalformedQueryString | The request is not valid HTTP"
            })
    void invalidHttpIsAClientError(String line, String header, String body, int status, String code, String text)
            throws Exception {
        String answer = RawHttp.bytes(
                aws.endpoint(),
                line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n" + body + "\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains("<Code>" + code + "</Code><Message>" + text + "</Message>");
    }

    /** As far as the head of the request tells the protocol; our design. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/ | X-Amz-Target: Logs_20140328.DescribeLogGroups | {\"__type\":\"MalformedQueryString\",",
                "/ | X-Amz-Target: DynamoDB_20120810.ListTables | {\"__type\":\"MalformedQueryString\",",
                "/_vpclocal/clock | Accept: */* | \"code\": \"MalformedQueryString\"",
                "/ | Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/iam/aws4_request | <ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>MalformedQueryString</Code>",
                "/ | Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/s3/aws4_request | <Error><Code>BadRequest</Code>",
                "/ | Authorization: AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/none/aws4_request | <Response><Errors><Error><Code>MalformedQueryString</Code>"
            })
    void invalidHttpIsAnsweredInTheProtocolOfTheRequest(String path, String header, String text) throws Exception {
        String answer = RawHttp.bytes(
                aws.endpoint(),
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header
                        + "\r\nExpect: nothing\r\nContent-Length: 0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 417 ").contains(text);
    }

    @Test
    void anUnknownVersionOfHttpIsAClientError() throws Exception {
        String answer = RawHttp.bytes(aws.endpoint(), "GET / HTTP/9.9\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 505 ");
        assertThat(answer).contains("<Message>The request is not valid HTTP</Message>");
    }

    /** Names of actions are case-sensitive: reported by users of AWS. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Version=2016-11-15&Action=describevpcs",
                "Version=2016-11-15&Action=DescribeVPCs",
                "Version=2010-05-08&Action=listUsers",
                "Version=2011-06-15&Action=GETCALLERIDENTITY",
                "Version=2015-12-01&Action=describeloadbalancers"
            })
    void anActionInAnotherCaseIsUnknown(String form) throws Exception {
        HttpResponse<String> response = RawHttp.form(aws.endpoint(), form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("<Code>InvalidAction</Code>");
    }

    @Test
    void queryServicesHaveTheirOwnEnvelope() throws Exception {
        HttpResponse<String> response = RawHttp.form(aws.endpoint(), "Action=NoSuchAction&Version=2010-05-08");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains(
                        "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
                                + "<Code>InvalidAction</Code>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Logs_20140328.NoSuchAction | {} | UnknownOperationException",
                "Logs_20140328. | {} | UnknownOperationException",
                "Logs_20140328.describeLogGroups | {} | UnknownOperationException",
                "Other_20200101.Action | {} | UnknownOperationException"
            })
    void jsonServicesAnswerInJson(String target, String body, String code) throws Exception {
        HttpResponse<String> response = RawHttp.json(aws.endpoint(), target, body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"__type\":\"" + code + "\"");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
    }

    @Test
    void moreThanAThousandParametersAreRead() throws Exception {
        StringBuilder form = new StringBuilder("Action=DescribeVpcs&Filter.1.Name=nothing");
        for (int i = 1; i <= 3000; i++) {
            form.append("&Filter.1.Value.").append(i).append("=x");
        }
        assertThat(RawHttp.form(aws.endpoint(), form.toString()).body()).contains("The filter 'nothing' is invalid");
    }

    @Test
    void tooLargeABodyIsRefused() throws Exception {
        HttpResponse<String> response =
                RawHttp.form(aws.endpoint(), "Action=DescribeVpcs&x=" + "y".repeat(5 * 1024 * 1024));
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("<Code>RequestEntityTooLarge</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/no/such/path", "/ec2/", "/favicon.ico", "/%2e%2e/"})
    void unknownPathsGetAnAwsError(String path) throws Exception {
        HttpResponse<String> response = RawHttp.send(
                RawHttp.request(aws.endpoint(), path).POST(BodyPublishers.ofString("Action=DescribeVpcs")));
        assertThat(response.statusCode()).isBetween(400, 499);
        assertThat(response.body()).contains("<Response><Errors><Error><Code>");
    }

    @Test
    void otherMethodsGetAnAwsError() throws Exception {
        HttpResponse<String> response =
                RawHttp.send(RawHttp.request(aws.endpoint(), "/").DELETE());
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).contains("<Code>InvalidAction</Code>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0001 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
            })
    void invalidHttpGetsAnAwsErrorInsteadOfHtml(String request) throws Exception {
        assertThat(RawHttp.bytes(aws.endpoint(), request))
                .contains(" 400 ")
                .containsPattern("<RequestID>[0-9a-f-]{36}</RequestID>")
                .doesNotContainIgnoringCase("<html");
    }

    @Test
    void aGetWithAQueryStringIsAccepted() throws Exception {
        HttpResponse<String> response =
                RawHttp.send(RawHttp.request(aws.endpoint(), "/?Action=DescribeVpcs&Version=2016-11-15"));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">");
    }

    @Test
    void aliasPathsAcceptJson() throws Exception {
        HttpResponse<String> response = RawHttp.send(RawHttp.request(aws.endpoint(), "/ec2/DescribeVpcs")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"Filters\":[{\"Name\":\"cidr\",\"Values\":[\"203.0.113.0/24\"]}],\"MaxResults\":5}")));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"Vpcs\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"MaxResults\":\"5\"}",
                "{\"Filters\":{}}",
                "{\"Filters\":[null]}",
                "{\"VpcIds\":[1]}",
                "{\"MaxResults\":99999999999999999999}"
            })
    void malformedJsonIsRefused(String body) throws Exception {
        HttpResponse<String> response = RawHttp.send(RawHttp.request(aws.endpoint(), "/ec2/DescribeVpcs")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"Code\":\"MalformedQueryString\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "PATCH"})
    void unknownPathsNameTheMethodThatWasSent(String method) throws Exception {
        HttpResponse<String> response =
                RawHttp.send(RawHttp.request(aws.endpoint(), "/no/such/path").method(method, BodyPublishers.noBody()));
        assertThat(response.body()).contains(method + " /no/such/path does not exist in this service.");
    }

    /** AWS refuses them in form parameters. For JSON on alias paths it is our choice. */
    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0002", "\\u001f", "\\ud800", "\\udc00", "\\ud800x", "\\uffff"})
    void charactersThatXmlCannotCarryAreRefused(String character) throws Exception {
        for (String body : new String[] {
            "{\"Resources\":[\"vpc-01234567\"],\"Tags\":[{\"Key\":\"a%s\",\"Value\":\"b\"}]}",
            "{\"Resources\":[\"vpc-01234567\"],\"Tags\":[{\"Key\":\"a\",\"Value\":\"b%s\"}]}",
            "{\"Resources\":[\"vpc-%s\"],\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}"
        }) {
            HttpResponse<String> response = RawHttp.send(RawHttp.request(aws.endpoint(), "/ec2/CreateTags")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body.formatted(character))));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("\"Code\":\"InvalidCharacter\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Action=CreatePolicy&Version=2010-05-08&PolicyName=a%02&PolicyDocument=x, InvalidCharacter",
        "Action=AssumeRole&Version=2011-06-15&RoleSessionName=a%02, InvalidCharacter",
        "Action=CreateTargetGroup&Version=2015-12-01&Name=a%02, InvalidCharacter",
        "Action=DescribeVpcs&a%02=b%02, MalformedQueryString"
    })
    void queryServicesRefuseControlCharacters(String form, String code) throws Exception {
        HttpResponse<String> response = RawHttp.form(aws.endpoint(), form);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("<Code>" + code + "</Code>").doesNotContain("\u0002");
    }

    /** PostgreSQL cannot store U+0000. UNVERIFIED: the text. */
    @Test
    void logsRefuseOnlyTheNullCharacter() throws Exception {
        String body =
                "{\"logGroupName\":\"g\",\"logStreamName\":\"s\",\"logEvents\":[{\"timestamp\":1,\"message\":\"a%s\"}]}";
        HttpResponse<String> refused =
                RawHttp.json(aws.endpoint(), "Logs_20140328.PutLogEvents", body.formatted("\\u0000"));
        assertThat(refused.body())
                .contains(
                        "InvalidParameterException", "'logEvents.1.member.message'", "Member must not contain U+0000");
        HttpResponse<String> read =
                RawHttp.json(aws.endpoint(), "Logs_20140328.PutLogEvents", body.formatted("\\u0002"));
        assertThat(read.body()).contains("ResourceNotFoundException");
    }

    @Test
    void surrogatePairsAreAccepted() throws Exception {
        HttpResponse<String> response = RawHttp.send(RawHttp.request(aws.endpoint(), "/ec2/DescribeVpcs")
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("{\"Filters\":[{\"Name\":\"tag:x\",\"Values\":[\"\\ud83d\\ude00\"]}]}")));
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
