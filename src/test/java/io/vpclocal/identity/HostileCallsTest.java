package io.vpclocal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Every invalid request is answered with an AWS error, without delay. The expected error is AWS's where a test says so.
 */
@EmulatorTest
class HostileCallsTest {

    private static final String SIGNED = "AWS4-HMAC-SHA256 Credential=KEY/20300101/us-east-1/iam/aws4_request,"
            + " SignedHeaders=host;x-amz-date, Signature=";

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private String account;
    private AwsCredentials user;

    @BeforeEach
    void user() {
        account = Aws.newAccount();
        user = people.user(account, "ana");
    }

    @Test
    void arbitraryBytesAreNotASignature() {
        qt().withExamples(150)
                .forAll(bytes(0, 80))
                .checkAssert(bytes -> refused("Authorization: " + signed(bytes) + "\r\nX-Amz-Date: 20300101T000000Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Target", "Content-Type", "X"})
    void anyTextIsAllowedInAHeader(String header) {
        String valid = "Authorization: " + signed("0") + "\r\nX-Amz-Date: 20300101T000000Z\r\n";
        qt().withExamples(60)
                .forAll(bytes(0, 200))
                .checkAssert(bytes -> refused((header.equals("Authorization") ? "" : valid) + header + ": " + bytes));
    }

    /**
     * AWS documentation: a policy document is JSON of at most 131072 characters. UNVERIFIED: a far larger request gets
     * RequestEntityTooLarge.
     */
    @ParameterizedTest
    @CsvSource({"1000", "100000", "1000000"})
    void deepDocumentsAreMalformed(int depth) {
        for (String unit : List.of("[", "{\"a\":", "{\"Statement\":[", "\\u005b")) {
            document(unit.repeat(depth / unit.length()));
        }
        document("{\"Statement\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
    }

    @ParameterizedTest
    @ValueSource(ints = {15_000, 131_073, 5_000_000})
    void largeDocumentsAreRefused(int size) {
        document("a".repeat(size));
        document(" ".repeat(size) + People.allowing("ec2:*") + "x");
        document(People.allowing("ec2:" + "?".repeat(size)));
        document(People.allowing("ec2:*", "arn:aws:ec2:*:*:vpc/" + "${a}".repeat(size / 4)));
    }

    /** The largest and slowest document that IAM accepts is evaluated at once. */
    @Test
    void theLargestDocumentsAreEvaluated() {
        IamClient iam = aws.iam(Aws.root(account));
        String stars = "*?".repeat(900);
        iam.putUserPolicy(r -> r.userName("ana")
                .policyName("stars")
                .policyDocument(People.allowing(
                        "ec2:Describe" + "?*".repeat(100), "arn:aws:ec2:*:*:" + stars.substring(0, 1_000))));
        Expect.awsError("AccessDenied", () -> aws.iam(user).listUsers());
        for (int i = 0; i < 10; i++) {
            String name = "p" + i;
            String statement = "{\"Effect\":\"Allow\",\"NotAction\":\"a:b" + i
                    + "*\",\"Resource\":\"arn:aws:iam::*:user/" + "a*".repeat(5) + "\"}";
            String arn = iam.createPolicy(r -> r.policyName(name)
                            .policyDocument(People.document(
                                    Collections.nCopies(60, statement).toArray(String[]::new))))
                    .policy()
                    .arn();
            iam.attachUserPolicy(r -> r.userName("ana").policyArn(arn));
        }
        Expect.awsError("AccessDenied", () -> aws.iam(user).getUser(r -> r.userName("b".repeat(64))));
        assertThatCode(() -> aws.sts(user).getCallerIdentity()).doesNotThrowAnyException();
    }

    private void document(String text) {
        IamClient iam = aws.iam(Aws.root(account));
        refuses(() -> iam.putUserPolicy(r -> r.userName("ana").policyName("p").policyDocument(text)));
        refuses(() -> iam.createPolicy(r -> r.policyName("p").policyDocument(text)));
        refuses(() -> iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(text)));
        // The simulator accepts longer documents than users and roles can have.
        AwsServiceException error = catchThrowableOfType(
                AwsServiceException.class,
                () -> iam.simulateCustomPolicy(r -> r.policyInputList(text).actionNames("ec2:RunInstances")));
        assertThat(error == null || error.statusCode() < 500).isTrue();
    }

    private static void refuses(ThrowingCallable call) {
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
        assertThat(error).isNotNull();
        assertThat(error.awsErrorDetails().errorCode())
                .isIn("MalformedPolicyDocument", "ValidationError", "LimitExceeded", "RequestEntityTooLarge");
    }

    private String signed(String signature) {
        return SIGNED.replace("KEY", user.accessKeyId()) + signature;
    }

    /** Sends a call that would delete the user, and expects an error with a message. */
    private void refused(String headers) {
        String body = "Action=DeleteUser&UserName=ana&Version=2010-05-08";
        String request = "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        try {
            assertThat(RawHttp.bytes(aws.endpoint(), request)).as(request).matches("(?s)HTTP/1\\.1 4(00|01|03|04) .*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that are allowed in a header line. */
    private static Gen<String> bytes(int least, int most) {
        return lists().of(integers().between(1, 255)).ofSizeBetween(least, most).map(codes -> codes.stream()
                .filter(code -> code != '\r' && code != '\n')
                .map(code -> String.valueOf((char) (int) code))
                .collect(Collectors.joining()));
    }
}
