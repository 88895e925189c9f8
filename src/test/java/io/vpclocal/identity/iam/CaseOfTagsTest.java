package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import io.vpclocal.testing.People;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * AWS documentation, IAM User Guide, "Tags for IAM resources": keys of tags are case-insensitive for users and roles
 * only. Recorded from AWS: the errors.
 */
@EmulatorTest
class CaseOfTagsTest extends IamTestBase {

    private static final String DUPLICATE =
            "InvalidInput Duplicate tag keys found. Please note that Tag keys are case insensitive.";

    @BeforeEach
    void entities() {
        iam.createUser(r -> r.userName("ana"));
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        iam.createPolicy(r -> r.policyName("p").policyDocument(People.allowing("ec2:*")));
        iam.createOpenIDConnectProvider(r -> r.url("https://token.example.com"));
        iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("m"));
    }

    @ParameterizedTest
    @CsvSource({
        "User, UserName=ana, true",
        "Role, RoleName=r, true",
        "InstanceProfile, InstanceProfileName=p, false",
        "Policy, PolicyArn=arn:aws:iam::ACCOUNT:policy/p, false",
        "OpenIDConnectProvider, OpenIDConnectProviderArn=arn:aws:iam::ACCOUNT:oidc-provider/token.example.com, false",
        "MFADevice, SerialNumber=arn:aws:iam::ACCOUNT:mfa/m, false"
    })
    void keysOfTags(String type, String name, boolean ignoreCase) throws Exception {
        String entity = type + "&" + name.replace("ACCOUNT", account);
        String both = answer("Tag" + entity + tag(1, "Dup") + tag(2, "dup"));
        assertThat(both).isEqualTo(ignoreCase ? DUPLICATE : "");
        assertThat(answer("Tag" + entity + tag(1, "dup") + tag(2, "dup"))).isEqualTo(DUPLICATE);
        assertThat(answer("Tag" + entity + tag(1, "Case"))).isEmpty();
        assertThat(answer("Tag" + entity + tag(1, "case"))).isEmpty();
        assertThat(listed(type, entity)).isEqualTo(ignoreCase ? "case" : "Case case Dup dup");
        assertThat(answer("Untag" + entity + "&TagKeys.member.1=CASE")).isEmpty();
        assertThat(listed(type, entity)).isEqualTo(ignoreCase ? "" : "Case case Dup dup");
    }

    @Test
    void keysOfAwsAreReserved() {
        for (String key : new String[] {"aws:thing", "AWS:thing"}) {
            Expect.awsError(
                    "InvalidInput",
                    "Tag keys beginning with aws: are reserved for system use.",
                    () -> iam.tagUser(
                            r -> r.userName("ana").tags(t -> t.key(key).value("v"))));
        }
    }

    private static String tag(int index, String key) {
        return "&Tags.member." + index + ".Key=" + key + "&Tags.member." + index + ".Value=v";
    }

    /** Empty for success. */
    private String answer(String call) throws Exception {
        return new NamedCalls(aws, account).error("Version=2010-05-08&Action=" + call);
    }

    private String listed(String type, String entity) throws Exception {
        String list = entity.replace(type + "&", type + "Tags&");
        String body = new NamedCalls(aws, account).success("Version=2010-05-08&Action=List" + list);
        return Pattern.compile("<Key>(\\w+)</Key>")
                .matcher(body)
                .results()
                .map(key -> key.group(1))
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(" "));
    }
}
