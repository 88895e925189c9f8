package io.vpclocal.identity.iam.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.iam.IamTestBase;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Tag;

/** Expected: recorded from AWS by LocalStack's tests, unless a test says otherwise. */
@EmulatorTest
class OidcProviderTest extends IamTestBase {

    private static final String GITHUB = "https://token.actions.githubusercontent.com";
    private static final String PRINT = "6938fd4d98bab03faadb97b34396831e3780aea1";

    @Test
    void aProviderIsCreatedReadChangedAndDeleted() {
        String arn = create(GITHUB);
        assertThat(arn).isEqualTo("arn:aws:iam::" + account + ":oidc-provider/token.actions.githubusercontent.com");
        GetOpenIdConnectProviderResponse provider = get(arn);
        assertThat(provider.url()).isEqualTo("token.actions.githubusercontent.com");
        assertThat(provider.clientIDList()).containsExactly("sts.amazonaws.com");
        assertThat(provider.thumbprintList()).containsExactly(PRINT);
        assertThat(provider.createDate()).isNotNull();
        assertThat(provider.hasTags()).isTrue();
        assertThat(provider.tags()).isEmpty();
        String other = create("https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF");
        assertThat(iam.listOpenIDConnectProviders().openIDConnectProviderList())
                .extracting(OpenIDConnectProviderListEntry::arn)
                .containsExactly(other, arn);

        iam.addClientIDToOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("other"));
        iam.addClientIDToOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("other"));
        assertThat(get(arn).clientIDList()).containsExactly("sts.amazonaws.com", "other");
        iam.removeClientIDFromOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("sts.amazonaws.com"));
        iam.removeClientIDFromOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).clientID("missing"));
        assertThat(get(arn).clientIDList()).containsExactly("other");
        iam.updateOpenIDConnectProviderThumbprint(
                r -> r.openIDConnectProviderArn(arn).thumbprintList("c".repeat(40), "d".repeat(40)));
        assertThat(get(arn).thumbprintList()).containsExactly("c".repeat(40), "d".repeat(40));

        iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        Expect.awsError("NoSuchEntity", "OpenIDConnect Provider not found for arn " + arn, () -> get(arn));
        Expect.awsError(
                "NoSuchEntity",
                "OpenId connect Provider " + arn + " cannot be found.",
                () -> iam.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)));
    }

    @Test
    void tagsAreListedAndRemoved() {
        String arn = create(GITHUB);
        iam.tagOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)
                .tags(t -> t.key("k1").value("v1"), t -> t.key("k2").value("v2")));
        iam.untagOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn).tagKeys("k2"));
        assertThat(iam.listOpenIDConnectProviderTags(r -> r.openIDConnectProviderArn(arn))
                        .tags())
                .containsExactly(Tag.builder().key("k1").value("v1").build());
        assertThat(get(arn).tags()).hasSize(1);
    }

    /** IAM API Reference: AWS finds the thumbprint itself. Its value is our guess. */
    @Test
    void theThumbprintIsOptional() {
        String arn = iam.createOpenIDConnectProvider(r -> r.url(GITHUB)).openIDConnectProviderArn();
        assertThat(get(arn).thumbprintList()).singleElement().satisfies(print -> assertThat(print)
                .matches("[0-9a-f]{40}"));
    }

    @Test
    void aUrlHasOneProvider() {
        create(GITHUB);
        Expect.awsError(
                "EntityAlreadyExists", "Provider with url " + GITHUB + " already exists.", () -> create(GITHUB));
        aws.iam(Aws.root(Aws.newAccount())).createOpenIDConnectProvider(r -> r.url(GITHUB));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "https://", "https://exa mple.com"})
    void theUrlIsChecked(String url) {
        Expect.awsError("ValidationError", "Invalid Open ID Connect Provider URL", () -> create(url));
    }

    /** Recorded from AWS. */
    @Test
    void theUrlIsSecure() {
        Expect.awsError("InvalidInput", "", () -> create("http://example.com"));
    }

    @Test
    void listsHaveLimits() {
        Expect.awsError(
                "InvalidInput",
                "Thumbprint list must contain fewer than 5 entries.",
                () -> iam.createOpenIDConnectProvider(
                        r -> r.url(GITHUB).thumbprintList(Collections.nCopies(6, PRINT))));
        List<String> ids = IntStream.range(0, 101).mapToObj(i -> "id" + i).toList();
        Expect.awsError(
                "LimitExceeded",
                "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100",
                () -> iam.createOpenIDConnectProvider(r -> r.url(GITHUB).clientIDList(ids)));
        Expect.awsError(
                "ValidationError",
                () -> iam.createOpenIDConnectProvider(r -> r.url(GITHUB).thumbprintList("short")));
    }

    /** Service Authorization Reference: providers are resources with tags. The name contains the URL's path. */
    @Test
    void policiesNameProvidersAndTheirTags() {
        String arn = create("https://oidc.example.com/id/A");
        iam.tagOpenIDConnectProvider(
                r -> r.openIDConnectProviderArn(arn).tags(t -> t.key("team").value("red")));
        IamClient ana = aws.iam(people.user(
                account,
                "ana",
                People.document("{\"Effect\":\"Allow\",\"Action\":\"iam:GetOpenIDConnectProvider\",\"Resource\":\""
                        + arn + "\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"red\"}}}")));
        ana.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
        Expect.awsError(
                "AccessDenied",
                "User: arn:aws:iam::" + account + ":user/ana is not authorized to perform:"
                        + " iam:DeleteOpenIDConnectProvider on resource: " + arn + " because no identity-based policy"
                        + " allows the iam:DeleteOpenIDConnectProvider action",
                () -> ana.deleteOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn)));
    }

    private String create(String url) {
        return iam.createOpenIDConnectProvider(
                        r -> r.url(url).clientIDList("sts.amazonaws.com").thumbprintList(PRINT))
                .openIDConnectProviderArn();
    }

    private GetOpenIdConnectProviderResponse get(String arn) {
        return iam.getOpenIDConnectProvider(r -> r.openIDConnectProviderArn(arn));
    }
}
