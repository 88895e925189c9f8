package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Calls of Amazon S3 and DynamoDB through the real clients: who may, what arrives, and how a denial reads. */
class ForwardedCallsTest extends ProxyTest {

    private final String account = Aws.newAccount();

    @Test
    void aRootUsersObjectGoesToTheUpstreamAndBack() {
        S3Client s3 = s3(Aws.root(account));
        byte[] content = bytes(200_000);

        s3.putObject(r -> r.bucket("docs").key("a b/c+d.txt"), RequestBody.fromBytes(content));

        assertThat(UPSTREAM.object("/docs/a%20b/c%2Bd.txt")).isEqualTo(content);
        assertThat(UPSTREAM.last().header("authorization")).contains("Credential=" + account + "/");
        assertThat(s3.getObjectAsBytes(r -> r.bucket("docs").key("a b/c+d.txt")).asByteArray())
                .isEqualTo(content);
    }

    @Test
    void aUserMayWhatItsPolicyAllows() {
        AwsCredentials user = people.user(account, "reader", People.allowing("s3:PutObject", "arn:aws:s3:::mine/in/*"));
        S3Client s3 = s3(user);
        byte[] content = bytes(100_000);

        s3.putObject(r -> r.bucket("mine").key("in/x"), RequestBody.fromBytes(content));

        assertThat(UPSTREAM.object("/mine/in/x")).isEqualTo(content);
        assertThat(UPSTREAM.last().header("content-encoding")).isNull();
        int before = UPSTREAM.received().size();
        assertThatThrownBy(() -> s3.putObject(r -> r.bucket("mine").key("out/x"), RequestBody.fromBytes(content)))
                .isInstanceOfSatisfying(S3Exception.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(403);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("User: arn:aws:iam::" + account
                                    + ":user/reader is not authorized to perform: s3:PutObject on resource:"
                                    + " \"arn:aws:s3:::mine/out/x\" because no identity-based policy allows the"
                                    + " s3:PutObject action");
                });
        assertThat(UPSTREAM.received()).hasSize(before);
    }

    @Test
    void aWrongSecretIsRefusedBeforeTheUpstreamSeesAnything() {
        AwsCredentials user = people.user(account, "forger", People.allowing("s3:*"));
        AwsCredentials wrong = AwsBasicCredentials.create(user.accessKeyId(), "wrong".repeat(8));
        int before = UPSTREAM.received().size();

        assertThatThrownBy(() -> s3(wrong).putObject(r -> r.bucket("b1").key("k"), RequestBody.fromString("x")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch"));
        assertThatThrownBy(() -> dynamo(wrong).listTables())
                .isInstanceOfSatisfying(
                        DynamoDbException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException"));
        assertThat(UPSTREAM.received()).hasSize(before);
    }

    @Test
    void aBucketPolicyIsLearntWhenItPassesAndCountsForEverybody() {
        S3Client root = s3(Aws.root(account));
        String bucket = "learnt-" + account;
        root.createBucket(r -> r.bucket(bucket));
        String policy = People.document(
                "{\"Sid\":\"NoKeep\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
                        + "\"Resource\":\"arn:aws:s3:::" + bucket + "/keep/*\"}");
        root.putBucketPolicy(r -> r.bucket(bucket).policy(policy));
        AwsCredentials user = people.user(account, "judged", People.allowing("s3:*"));

        assertThatThrownBy(() -> s3(user).getObjectAsBytes(r -> r.bucket(bucket).key("keep/x")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("with an explicit deny in a resource-based policy");
        assertThatThrownBy(() -> root.getObjectAsBytes(r -> r.bucket(bucket).key("keep/x")))
                .hasMessageContaining("with an explicit deny in a resource-based policy");
        assertThatThrownBy(() -> root.putBucketPolicy(r -> r.bucket(bucket).policy("{\"Statement\":1}")))
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("MalformedPolicy"));
        root.deleteBucketPolicy(r -> r.bucket(bucket));
        assertThatThrownBy(() -> root.getObjectAsBytes(r -> r.bucket(bucket).key("keep/x")))
                .hasMessageContaining("does not exist");
    }

    @Test
    void dynamoDbIsAuthorizedByTableAndIndex() {
        AwsCredentials user = people.user(
                account,
                "items",
                People.allowing(
                        "dynamodb:GetItem,dynamodb:Query", "arn:aws:dynamodb:us-east-1:" + account + ":table/t1"));
        UPSTREAM.answer("DynamoDB_20120810.GetItem", "{\"Item\":{\"id\":{\"S\":\"1\"}}}");

        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("1"));
        assertThat(dynamo(user).getItem(r -> r.tableName("t1").key(key)).item()).isEqualTo(key);
        assertThatThrownBy(() -> dynamo(user)
                        .query(r -> r.tableName("t1").indexName("i1").keyConditionExpression("a=:a")))
                .isInstanceOfSatisfying(DynamoDbException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
                    assertThat(e.awsErrorDetails().errorMessage())
                            .isEqualTo("User: arn:aws:iam::" + account
                                    + ":user/items is not authorized to perform: dynamodb:Query on resource:"
                                    + " arn:aws:dynamodb:us-east-1:" + account + ":table/t1/index/i1 because no"
                                    + " identity-based policy allows the dynamodb:Query action");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "lambda, GET, /2015-03-31/functions/mine, 404, ''",
        "lambda, GET, /2015-03-31/functions/other, 403, lambda:GetFunction on resource:"
                + " arn:aws:lambda:us-east-1:ACCOUNT:function:other because",
        "lambda, DELETE, /2015-03-31/functions/mine, 403, lambda:DeleteFunction on resource:"
                + " arn:aws:lambda:us-east-1:ACCOUNT:function:mine because",
        "apigateway, GET, /restapis, 200, ''",
        "apigateway, DELETE, /restapis/x, 403, apigateway:DELETE on resource: arn:aws:apigateway:us-east-1::/restapis/x"
                + " because",
        "eks, GET, /clusters, 403, eks:ListClusters on resource: * because",
        "eks, GET, /none, 403, eks:* on resource: * because"
    })
    void restServicesAreAuthorizedByOperationAndResource(
            String service, String method, String path, int status, String denial) throws Exception {
        AwsCredentials user = people.user(
                account,
                "rest",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"lambda:GetFunction\",\"Resource\":\"arn:aws:lambda:us-east-1:"
                                + account + ":function:mine\"}",
                        "{\"Effect\":\"Allow\",\"Action\":\"apigateway:GET\",\"Resource\":\"*\"}"));

        RawHttp.Answer answer = RawHttp.signed(aws.endpoint(), user, method, "localhost", path, service);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.text())
                    .contains(":user/rest is not authorized to perform: " + denial.replace("ACCOUNT", account));
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
