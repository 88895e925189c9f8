package io.vpclocal.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/** The console in a real browser. No page may log an error or call another server. */
@ExtendWith(ConsoleBrowser.class)
class ConsoleIT {

    private final ConsoleBrowser browser;

    ConsoleIT(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void theNetworkIsDrawnAndWhatBelongsTogetherIsHighlighted() {
        Shop shop = new Shop(browser.aws());
        Page page = browser.open(shop.account, "network");
        Locator subnet = page.locator("[data-key$='" + shop.subnet + "']");
        assertThat(subnet).containsText("app-a");
        assertThat(subnet).containsText("10.0.1.0/24");
        assertThat(page.locator(".vpc").first().locator(".lines path").first()).isVisible();
        int lines = page.locator(".vpc").first().locator(".lines path").count();
        assertThat(lines).isGreaterThanOrEqualTo(4);

        subnet.focus();
        assertThat(page.locator(".node.related.routes")).hasCount(1);
        assertThat(page.locator(".node.related.endpoint")).containsText("s3");
        assertThat(page.locator(".node.related.subnet")).hasCount(1);

        page.keyboard().press("Enter");
        assertThat(page.locator(".drawer")).containsText("Network ACL");
        assertThat(page.locator(".drawer")).containsText(shop.server);
        page.keyboard().press("Escape");
        assertThat(page.locator(".drawer")).hasCount(0);
        assertThat(subnet).isFocused();
    }

    @Test
    void aNewSubnetAppearsWithoutAReload() {
        Shop shop = new Shop(browser.aws());
        Page page = browser.open(shop.account, "network");
        assertThat(page.locator(".live.on")).isVisible();
        shop.ec2.createSubnet(r -> r.vpcId(shop.vpc).cidrBlock("10.0.77.0/24"));
        assertThat(page.getByText("10.0.77.0/24")).isVisible();
    }

    @Test
    void aPeeringConnectionIsShownAtBothOfItsVpcs() {
        Shop shop = new Shop(browser.aws());
        String other = shop.ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        shop.name(other, "warehouse");
        String peering = shop.ec2
                .createVpcPeeringConnection(r -> r.vpcId(shop.vpc).peerVpcId(other))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        shop.ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(peering));
        shop.name(peering, "shop-to-warehouse");
        Page page = browser.open(shop.account, "network");
        Locator here = page.locator("[data-key='" + shop.vpc + "/" + peering + "']");
        assertThat(here).containsText("shop-to-warehouse");
        assertThat(page.locator("[data-key='" + other + "/" + peering + "']")).containsText("shop-to-warehouse");
        assertThat(page.locator("[data-key='" + shop.vpc + "/" + other + "']")).containsText("warehouse");
        here.click();
        assertThat(page.locator(".drawer")).containsText("active");
        assertThat(page.locator(".drawer")).containsText("10.9.0.0/16");
    }

    @Test
    void theDemoNetworkIsLoadedByAButton() {
        Page page = browser.open(Aws.newAccount(), "network");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load the demo network"))
                .click();
        assertThat(page.getByText("The demo network is ready.")).isVisible();
        assertThat(page.locator(".vpc").first()).containsText("demo");
        assertThat(page.getByText("10.20.10.0/24").first()).isVisible();
    }

    @Test
    void aPathIsExplainedFixedAndSent() {
        Shop shop = new Shop(browser.aws());
        Page page = browser.open(shop.account, "why");
        page.getByLabel("Ask").fill(shop.client + " to " + shop.server + " 443");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict.bad")).containsText("ENI_SG_RULES_MISMATCH");
        assertThat(page.locator(".verdict.bad")).containsText("authorize-security-group-ingress");
        assertThat(page.locator(".hop.deny")).containsText(shop.group);
        assertThat(page.locator(".node.path-stop")).hasAttribute("data-key", shop.vpc + "/" + shop.subnet);
        assertThat(page.locator(".lines .way.stop")).hasCount(1);

        shop.ec2.authorizeSecurityGroupIngress(r -> r.groupId(shop.group)
                .ipProtocol("tcp")
                .fromPort(443)
                .toPort(443)
                .cidrIp("10.0.0.0/16"));
        button(page, "Explain").click();
        assertThat(page.locator(".verdict.good")).containsText("It arrives");
        assertThat(page.locator(".hop.deny")).hasCount(0);
        assertThat(page.locator(".node.path-stop")).hasCount(0);

        button(page, "Send it as traffic").click();
        assertThat(page.getByText("Sent. Flow logs get these records")).isVisible();
        assertThat(page.locator(".record").first()).containsText("ACCEPT");
    }

    @Test
    void recordsOfFlowLogsAreCountedAndQueried() throws Exception {
        Shop shop = new Shop(browser.aws());
        shop.flowLog(browser.aws(), "/vpc/shop");
        browser.control()
                .post(
                        "/_vpclocal/traffic?account=" + shop.account,
                        "{\"source\":\"%s\",\"destination\":\"%s\",\"destinationPort\":8443}"
                                .formatted(shop.client, shop.server));
        Page page = browser.open(shop.account, "flowlogs");
        assertThat(page.getByText("No record yet.")).isVisible();
        button(page, "Deliver now").click();
        Locator records = page.getByRole(AriaRole.REGION)
                .filter(new Locator.FilterOptions().setHas(page.locator("table.records")))
                .first();
        assertThat(records).containsText("REJECT");
        assertThat(page.locator(".chart rect.rejected").first()).isVisible();
        assertThat(page.getByText("tcp 8443")).isVisible();

        page.getByRole(AriaRole.SEARCHBOX, new Page.GetByRoleOptions().setName("Filter"))
                .fill("nothing-like-this");
        assertThat(page.getByText("No record fits the filter.")).isVisible();

        button(page, "Run query").click();
        assertThat(page.getByText("Complete. Rows: 1. Records that matched: 1."))
                .isVisible();
    }

    @Test
    void aConnectionIsAcceptedFromThePage() {
        Shop shop = new Shop(browser.aws());
        String endpoint = shop.waitingConnection(browser.aws());
        Page page = browser.open(shop.account, "endpoints");
        assertThat(page.getByText("1 connection to accept or reject")).isVisible();
        button(page, "Accept").first().click();
        assertThat(page.getByText(endpoint + " is accepted.")).isVisible();
        assertThat(shop.ec2.describeVpcEndpointConnections().vpcEndpointConnections())
                .extracting(connection -> connection.vpcEndpointStateAsString())
                .containsExactly("available");
    }

    @Test
    void aDeniedCallAppearsAtOnceWithThePolicyItNeeds() {
        String account = Aws.newAccount();
        IamClient iam = browser.aws().iam(Aws.root(account));
        iam.createUser(r -> r.userName("ana"));
        AccessKey key = iam.createAccessKey(r -> r.userName("ana")).accessKey();
        Ec2Client ana = browser.aws()
                .ec2(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()), Region.US_EAST_1);
        Page page = browser.open(account, "calls");
        assertThat(page.locator(".live.on")).isVisible();

        Expect.awsError("UnauthorizedOperation", () -> ana.createVpc(r -> r.cidrBlock("10.0.0.0/16")));

        Locator call = page.locator(".call.denied").first();
        assertThat(call).containsText("ec2:CreateVpc");
        assertThat(call).containsText(account + ":user/ana");
        assertThat(call).containsText("no identity-based policy allows");

        page.getByLabel("Principal").selectOption("arn:aws:iam::" + account + ":user/ana");
        button(page, "Write the policy for these calls").click();
        assertThat(page.getByText("\"ec2:CreateVpc\"").first()).isVisible();
        assertThat(page.getByText("aws iam put-user-policy --user-name ana").first())
                .isVisible();
    }

    @Test
    void theOwnerOfAnAccessKeySeesTheAccount() {
        Shop shop = new Shop(browser.aws());
        IamClient iam = browser.aws().iam(Aws.root(shop.account));
        iam.createUser(r -> r.userName("eve"));
        iam.putUserPolicy(r -> r.userName("eve").policyName("look").policyDocument("""
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ec2:Describe*","Resource":"*"}]}"""));
        AccessKey key = iam.createAccessKey(r -> r.userName("eve")).accessKey();
        Page page = browser.open(Aws.newAccount(), "network");
        page.getByLabel("Account", new Page.GetByLabelOptions().setExact(true)).selectOption("key");
        page.getByLabel("Access key id").fill(key.accessKeyId());
        page.getByLabel("Secret access key").fill(key.secretAccessKey());
        button(page, "Use it").click();
        assertThat(page.locator("[data-key$='" + shop.subnet + "']")).isVisible();
        assertThat(page.evaluate("JSON.stringify(localStorage)").toString()).doesNotContain(key.secretAccessKey());
    }

    @Test
    void whatUsersWriteStaysText() {
        Shop shop = new Shop(browser.aws());
        String attack = "<img src=x onerror=\"window.taken=1\"><script>window.taken=1</script>";
        shop.name(shop.vpc, attack);
        shop.name(shop.subnet, attack);
        shop.name(shop.endpoint, "</button><svg onload=window.taken=1>");
        Page page = browser.open(shop.account, "network");
        assertThat(page.locator(".vpc h3").first()).containsText(attack);
        page.locator("[data-key$='" + shop.subnet + "']").click();
        assertThat(page.locator(".drawer h2")).hasText(attack);
        page.navigate(browser.url("endpoints"));
        assertThat(page.getByText("</button><svg onload=window.taken=1>")).isVisible();
        page.navigate(browser.url("calls"));
        assertThat(page.getByText("CreateTags").first()).isVisible();
        assertThat(page.evaluate("typeof window.taken")).isEqualTo("undefined");
        assertThat(page.locator("img[src=x]")).hasCount(0);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
