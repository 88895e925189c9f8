package io.vpclocal.testing;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Creates users and roles with permissions through the IAM API. */
@TestComponent
public class People {

    private final Aws aws;

    People(Aws aws) {
        this.aws = aws;
    }

    /** A new user without any permissions. */
    public AwsCredentials user(String account, String name) {
        iam(account).createUser(r -> r.userName(name));
        return key(account, name);
    }

    /** A new user with one inline policy. */
    public AwsCredentials user(String account, String name, String policy) {
        AwsCredentials credentials = user(account, name);
        allow(account, name, policy);
        return credentials;
    }

    /** Another access key of a user. */
    public AwsCredentials key(String account, String name) {
        AccessKey key = iam(account).createAccessKey(r -> r.userName(name)).accessKey();
        return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
    }

    /** Sets the inline policy of a user. */
    public void allow(String account, String name, String policy) {
        iam(account).putUserPolicy(r -> r.userName(name).policyName("inline").policyDocument(policy));
    }

    /** A new role that trusts a principal of type AWS, with one inline policy. Returns its ARN. */
    public String role(String account, String name, String trusted, String policy) {
        String arn = iam(account)
                .createRole(r -> r.roleName(name).assumeRolePolicyDocument(trust(trusted)))
                .role()
                .arn();
        iam(account).putRolePolicy(r -> r.roleName(name).policyName("inline").policyDocument(policy));
        return arn;
    }

    /** Credentials of a session. */
    public static AwsCredentials session(Credentials credentials) {
        return AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }

    public static String trust(String principal) {
        return document("{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + principal
                + "\"},\"Action\":[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]}");
    }

    /** A policy that allows actions, separated by commas, on a resource. */
    public static String allowing(String actions, String resource) {
        return document("{\"Effect\":\"Allow\",\"Action\":" + list(actions) + ",\"Resource\":\"" + resource + "\"}");
    }

    public static String allowing(String actions) {
        return allowing(actions, "*");
    }

    /** A policy of these statements. */
    public static String document(String... statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
    }

    private static String list(String actions) {
        return Arrays.stream(actions.split(",", -1))
                .map(action -> "\"" + action.strip() + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private IamClient iam(String account) {
        return aws.iam(Aws.root(account));
    }
}
