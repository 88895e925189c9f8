package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of AWS KMS under key policies, grants and aliases (AWS KMS Developer Guide, "Key policies in AWS KMS", "Grants in
 * AWS KMS", "Using aliases in your applications"). The texts of denials are from users' reports.
 */
class KeyPolicyTest extends ProxyTest {

    private final String account = Aws.newAccount();
    private final String id = UUID.randomUUID().toString();
    private final String key = "arn:aws:kms:us-east-1:" + account + ":key/" + id;
    private AwsCredentials admin;
    private AwsCredentials app;

    @BeforeEach
    void keys() {
        admin = people.user(account, "admin", People.allowing("kms:*"));
        app = people.user(account, "app", People.allowing("kms:*"));
        UPSTREAM.answer(
                "TrentService.CreateKey", "{\"KeyMetadata\":{\"KeyId\":\"" + id + "\",\"Arn\":\"" + key + "\"}}");
        UPSTREAM.answer("TrentService.DescribeKey", body -> "");
        UPSTREAM.answer("TrentService.GetKeyPolicy", body -> "");
    }

    @Test
    void theDefaultKeyPolicyLeavesItToIdentityPolicies() throws IOException {
        AwsCredentials nobody = people.user(account, "nobody");
        assertThat(call(admin, "CreateKey", "{}").status()).isEqualTo(200);

        assertThat(call(app, "Encrypt", request(id)).status()).isEqualTo(200);
        denied(call(nobody, "Encrypt", request(id)), "nobody", "Encrypt", "because no identity-based policy allows");
    }

    @Test
    void withoutAStatementForTheAccount_identityPoliciesDoNotHelp() throws IOException {
        AwsCredentials named = people.user(account, "named");
        create(statement("Allow", user("admin"), "kms:*"), statement("Allow", user("named"), "kms:Encrypt"));

        assertThat(call(named, "Encrypt", request(key)).status()).isEqualTo(200);
        denied(call(named, "Decrypt", request(key)), "named", "Decrypt", "because no resource-based policy allows");
        denied(call(app, "Encrypt", request(key)), "app", "Encrypt", "because no resource-based policy allows");
        RawHttp.Answer root = call(Aws.root(account), "DescribeKey", request(key));
        assertThat(root.text()).contains(":root is not authorized to perform: kms:DescribeKey");
    }

    @Test
    void aDenialInTheKeyPolicyComesFirst_andPutKeyPolicyReplacesIt() throws IOException {
        create(statement("Allow", user("admin"), "kms:*"), statement("Deny", user("app"), "kms:Encrypt"));

        denied(call(app, "Encrypt", request(id)), "app", "Encrypt", "with an explicit deny in a resource-based policy");
        put(admin, false, statement("Allow", "arn:aws:iam::" + account + ":root", "kms:*"));
        assertThat(call(app, "Encrypt", request(id)).status()).isEqualTo(200);
    }

    @Test
    void aPolicyThatLocksTheCallerOutIsRefused() throws IOException {
        create(statement("Allow", "arn:aws:iam::" + account + ":root", "kms:*"));

        RawHttp.Answer refused = put(admin, false, statement("Allow", user("app"), "kms:*"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains(
                        "MalformedPolicyDocumentException",
                        "The new key policy will not allow you to update the key policy in the future.");
        assertThat(put(admin, true, statement("Allow", user("app"), "kms:*")).status())
                .isEqualTo(200);
        denied(call(admin, "Encrypt", request(id)), "admin", "Encrypt", "because no resource-based policy allows");
    }

    @Test
    void aliasesStandForTheirKey() throws IOException {
        create(statement("Allow", user("admin"), "kms:*"), statement("Deny", user("app"), "kms:Encrypt"));
        String other = UUID.randomUUID().toString();
        assertThat(call(admin, "CreateAlias", alias(id)).status()).isEqualTo(200);

        denied(call(app, "Encrypt", request("alias/x")), "app", "Encrypt", "with an explicit deny in a");
        String arn = "arn:aws:kms:us-east-1:" + account + ":alias/x";
        denied(call(app, "Encrypt", request(arn)), "app", "Encrypt", "with an explicit deny in a");
        assertThat(call(admin, "UpdateAlias", alias(other)).status()).isEqualTo(200);
        assertThat(call(app, "Encrypt", request("alias/x")).status()).isEqualTo(200);
    }

    @Test
    void anAliasCanBeACondition() throws IOException {
        AwsCredentials limited = people.user(
                account,
                "limited",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"kms:Encrypt\",\"Resource\":\"*\",\"Condition\":"
                        + "{\"ForAnyValue:StringEquals\":{\"kms:ResourceAliases\":\"alias/x\"},"
                        + "\"StringEquals\":{\"kms:EncryptionContext:app\":\"a\"}}}"));
        call(admin, "CreateKey", "{}");
        String request = "{\"KeyId\":\"" + id + "\",\"Plaintext\":\"aGk=\",\"EncryptionContext\":{\"app\":\"a\"}}";

        denied(call(limited, "Encrypt", request), "limited", "Encrypt", "because no identity-based policy allows");
        call(admin, "CreateAlias", alias(id));
        assertThat(call(limited, "Encrypt", request).status()).isEqualTo(200);
        denied(call(limited, "Encrypt", request(id)), "limited", "Encrypt", "because no identity-based policy allows");
    }

    /** The upstream uses another account number. */
    @Test
    void whatCallsDidNotShowIsReadFromTheUpstream() throws IOException {
        String policy = People.document(statement("Allow", "arn:aws:iam::999988887777:user/admin", "kms:*"));
        UPSTREAM.answer(
                "TrentService.DescribeKey",
                body -> body.contains("alias/old") || body.contains(id)
                        ? "{\"KeyMetadata\":{\"KeyId\":\"" + id + "\",\"Arn\":\"arn:aws:kms:us-east-1:999988887777:key/"
                                + id + "\"}}"
                        : "");
        UPSTREAM.answer(
                "TrentService.GetKeyPolicy",
                body -> body.contains(id) ? "{\"Policy\":" + JsonMapper.shared().writeValueAsString(policy) + "}" : "");

        assertThat(call(admin, "Encrypt", request("alias/old")).status()).isEqualTo(200);
        denied(call(app, "Encrypt", request(id)), "app", "Encrypt", "because no resource-based policy allows");
    }

    @Test
    void aGrantAllowsItsOperationsInItsContext() throws IOException {
        AwsCredentials grantee = people.user(account, "grantee");
        create(statement("Allow", user("admin"), "kms:*"));
        UPSTREAM.answer("TrentService.CreateGrant", "{\"GrantId\":\"g-" + id + "\",\"GrantToken\":\"t-" + id + "\"}");
        String with = "{\"KeyId\":\"" + id + "\",\"CiphertextBlob\":\"eA==\",\"EncryptionContext\":{\"a\":\"b\"}}";

        call(
                admin,
                "CreateGrant",
                "{\"KeyId\":\"" + id + "\",\"GranteePrincipal\":\"" + user("grantee")
                        + "\",\"Operations\":[\"Decrypt\"],\"Constraints\":{\"EncryptionContextEquals\":{\"a\":\"b\"}}}");
        assertThat(call(grantee, "Decrypt", with).status()).isEqualTo(200);
        String none = "because no resource-based policy allows";
        denied(call(grantee, "Decrypt", request(id)), "grantee", "Decrypt", none);
        denied(call(grantee, "Encrypt", with), "grantee", "Encrypt", none);
        denied(call(grantee, "Decrypt", with.replace("\"b\"}", "\"b\",\"c\":\"d\"}")), "grantee", "Decrypt", none);
        call(admin, "RevokeGrant", "{\"KeyId\":\"" + id + "\",\"GrantId\":\"g-" + id + "\"}");
        denied(call(grantee, "Decrypt", with), "grantee", "Decrypt", none);
    }

    /** That the denial has the usual text is our guess: AWS has another one for callers of other accounts. */
    @Test
    void aCiphertextNamesItsKey() throws IOException {
        create(statement("Allow", user("admin"), "kms:*"));
        UPSTREAM.answer("TrentService.Decrypt", "{\"KeyId\":\"" + key + "\",\"Plaintext\":\"c2VjcmV0\"}");

        assertThat(call(admin, "Decrypt", "{\"CiphertextBlob\":\"eA==\"}").text())
                .contains("c2VjcmV0");
        RawHttp.Answer answer = call(app, "Decrypt", "{\"CiphertextBlob\":\"eA==\"}");
        denied(answer, "app", "Decrypt", "because no resource-based policy allows");
        assertThat(answer.text()).doesNotContain("c2VjcmV0");
    }

    private void create(String... statements) throws IOException {
        String policy = JsonMapper.shared().writeValueAsString(People.document(statements));
        assertThat(call(admin, "CreateKey", "{\"Policy\":" + policy + "}").status())
                .isEqualTo(200);
    }

    private RawHttp.Answer put(AwsCredentials who, boolean bypass, String statement) throws IOException {
        String policy = JsonMapper.shared().writeValueAsString(People.document(statement));
        return call(
                who,
                "PutKeyPolicy",
                "{\"KeyId\":\"" + id + "\",\"Policy\":" + policy + ",\"BypassPolicyLockoutSafetyCheck\":" + bypass
                        + "}");
    }

    private RawHttp.Answer call(AwsCredentials who, String operation, String body) throws IOException {
        return RawHttp.call(aws.endpoint(), who, "kms", "TrentService." + operation, body);
    }

    private void denied(RawHttp.Answer answer, String user, String operation, String reason) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text())
                .contains(
                        "\"__type\":\"AccessDeniedException\"",
                        "User: " + user(user) + " is not authorized to perform: kms:" + operation + " on resource: "
                                + key + " " + reason);
    }

    private String user(String name) {
        return "arn:aws:iam::" + account + ":user/" + name;
    }

    private static String statement(String effect, String principal, String action) {
        return "{\"Effect\":\"" + effect + "\",\"Principal\":{\"AWS\":\"" + principal + "\"},\"Action\":\"" + action
                + "\",\"Resource\":\"*\"}";
    }

    private static String request(String keyId) {
        return "{\"KeyId\":\"" + keyId + "\",\"Plaintext\":\"aGk=\"}";
    }

    private static String alias(String target) {
        return "{\"AliasName\":\"alias/x\",\"TargetKeyId\":\"" + target + "\"}";
    }
}
