package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import tools.jackson.databind.json.JsonMapper;

/** Policies of queues, topics, secrets, tables and streams apply after a call that sets them (the services' API References). */
class ResourcePoliciesTest extends ProxyTest {

    private final String account = Aws.newAccount();

    /** POLICY is a policy that denies the use, as JSON text in JSON and encoded in forms. A target of null is a form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqs | AmazonSQS.SetQueueAttributes | {'QueueUrl':'http://q/ACCOUNT/q','Attributes':{'Policy':POLICY}} |"
                        + " AmazonSQS.SendMessage | {'QueueUrl':'http://q/ACCOUNT/q'} | sqs:SendMessage",
                "sqs | AmazonSQS.CreateQueue | {'QueueName':'q','Attributes':{'Policy':POLICY}} |"
                        + " AmazonSQS.SendMessage | {'QueueUrl':'http://q/ACCOUNT/q'} | sqs:SendMessage",
                "sqs | | Action=SetQueueAttributes&QueueUrl=http://q/ACCOUNT/q&Attribute.1.Name=Policy&Attribute.1.Value=POLICY |"
                        + " | Action=SendMessage&QueueUrl=http://q/ACCOUNT/q | sqs:SendMessage",
                "sns | | Action=SetTopicAttributes&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t&AttributeName=Policy"
                        + "&AttributeValue=POLICY | | Action=Publish&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t | sns:Publish",
                "sns | | Action=CreateTopic&Name=t&Attributes.entry.1.key=Policy&Attributes.entry.1.value=POLICY |"
                        + " | Action=Publish&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t | sns:Publish",
                "secretsmanager | secretsmanager.PutResourcePolicy | {'SecretId':'s','ResourcePolicy':POLICY} |"
                        + " secretsmanager.GetSecretValue | {'SecretId':"
                        + "'arn:aws:secretsmanager:us-east-1:ACCOUNT:secret:s-AbCdEf'} | secretsmanager:GetSecretValue",
                "dynamodb | DynamoDB_20120810.PutResourcePolicy | {'ResourceArn':"
                        + "'arn:aws:dynamodb:us-east-1:ACCOUNT:table/t','Policy':POLICY} |"
                        + " DynamoDB_20120810.Query | {'TableName':'t','IndexName':'i'} | dynamodb:Query",
                "dynamodb | DynamoDB_20120810.CreateTable | {'TableName':'t','ResourcePolicy':POLICY} |"
                        + " DynamoDB_20120810.GetItem | {'TableName':'t'} | dynamodb:GetItem",
                "kinesis | Kinesis_20131202.PutResourcePolicy | {'ResourceARN':"
                        + "'arn:aws:kinesis:us-east-1:ACCOUNT:stream/k','Policy':POLICY} |"
                        + " Kinesis_20131202.PutRecord | {'StreamName':'k'} | kinesis:PutRecord"
            })
    void aPolicyIsLearntWhenItPasses(
            String service, @Nullable String setting, String set, @Nullable String using, String use, String action)
            throws IOException {
        AwsCredentials user = people.user(account, "app", People.allowing(service + ":*"));
        String policy = People.document(
                "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}");
        String text = setting == null
                ? URLEncoder.encode(policy, StandardCharsets.UTF_8)
                : JsonMapper.shared().writeValueAsString(policy);

        assertThat(call(service, user, using, use).text()).doesNotContain("not authorized");
        assertThat(call(service, user, setting, set.replace("POLICY", text)).status())
                .isEqualTo(200);
        assertThat(call(service, user, using, use).text())
                .contains(
                        "is not authorized to perform: " + action, "with an explicit deny in a resource-based policy");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqs | AmazonSQS.AddPermission | {'QueueUrl':'http://q/ACCOUNT/q','Label':'l','AWSAccountIds':['OTHER'],"
                        + "'Actions':['SendMessage']} | AmazonSQS.RemovePermission | {'QueueUrl':'http://q/ACCOUNT/q',"
                        + "'Label':'l'} | AmazonSQS.SendMessage | {'QueueUrl':'http://q/ACCOUNT/q'}",
                "sns | | Action=AddPermission&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t&Label=l&AWSAccountId.member.1=OTHER"
                        + "&ActionName.member.1=Publish | | Action=RemovePermission&Label=l"
                        + "&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t | |"
                        + " Action=Publish&TopicArn=arn:aws:sns:us-east-1:ACCOUNT:t"
            })
    void addPermissionLetsAnotherAccountIn(
            String service,
            @Nullable String adding,
            String add,
            @Nullable String removing,
            String remove,
            @Nullable String using,
            String use)
            throws IOException {
        String other = Aws.newAccount();
        AwsCredentials owner = people.user(account, "owner", People.allowing(service + ":*"));
        AwsCredentials guest = people.user(other, "guest", People.allowing(service + ":*"));

        assertThat(call(service, guest, using, use).text()).contains("no resource-based policy allows");
        call(service, owner, adding, add.replace("OTHER", other));
        assertThat(call(service, guest, using, use).text()).doesNotContain("not authorized");
        call(service, owner, removing, remove);
        assertThat(call(service, guest, using, use).text()).contains("no resource-based policy allows");
    }

    /** A stream's policy is not that of its table (Amazon DynamoDB Developer Guide, "Resource-based policies"). */
    @Test
    void aTableAndItsStreamHavePoliciesOfTheirOwn() throws IOException {
        AwsCredentials user = people.user(account, "app", People.allowing("dynamodb:*"));
        String policy = JsonMapper.shared()
                .writeValueAsString(People.document(
                        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"dynamodb:*\",\"Resource\":\"*\"}"));
        String stream = "'arn:aws:dynamodb:us-east-1:ACCOUNT:table/own/stream/2026-01-01T00:00:00.000'";
        call(
                "dynamodb",
                user,
                "DynamoDB_20120810.PutResourcePolicy",
                "{'ResourceArn':" + stream + ",'Policy':" + policy + "}");

        assertThat(call("dynamodb", user, "DynamoDB_20120810.GetItem", "{'TableName':'own'}")
                        .text())
                .doesNotContain("not authorized");
        assertThat(call("dynamodb", user, "DynamoDBStreams_20120810.DescribeStream", "{'StreamArn':" + stream + "}")
                        .text())
                .contains("with an explicit deny in a resource-based policy");
    }

    private RawHttp.Answer call(String service, AwsCredentials who, @Nullable String target, String body)
            throws IOException {
        String text = body.replace("ACCOUNT", account);
        return RawHttp.call(aws.endpoint(), who, service, target, target == null ? text : text.replace('\'', '"'));
    }
}
