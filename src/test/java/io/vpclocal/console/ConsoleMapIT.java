package io.vpclocal.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Large networks on the console's map, what its lines mean, and traffic to names on it. */
@ExtendWith(ConsoleBrowser.class)
class ConsoleMapIT {

    private final ConsoleBrowser browser;

    ConsoleMapIT(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @Test
    void hundredsOfSubnetsStayReadableAndAreFound() {
        Shop shop = new Shop(browser.aws());
        for (int i = 0; i < 200; i++) {
            String block = "10.1." + i + ".0/24";
            String zone = "us-east-1" + "abc".charAt(i % 3);
            if (i == 0) {
                shop.ec2.associateVpcCidrBlock(r -> r.vpcId(shop.vpc).cidrBlock("10.1.0.0/16"));
            }
            shop.ec2.createSubnet(r -> r.vpcId(shop.vpc).cidrBlock(block).availabilityZone(zone));
        }
        Page page = browser.open(shop.account, "network");
        assertThat(page.locator(".vpc").first()).containsText("202 subnets");
        assertThat(page.locator(".zone .disclosure").first()).hasAttribute("aria-expanded", "false");
        assertThat(page.locator(".node").count()).isLessThan(60);
        page.getByLabel("Search").fill("10.1.123.0/24");
        assertThat(page.locator(".node.subnet")).hasCount(1);
        assertThat(page.locator(".node.routes")).hasCount(1);
    }

    @Test
    void hundredsOfSubnetsScrollAndAreFiltered() {
        Shop shop = new Shop(browser.aws());
        for (int i = 0; i < 150; i++) {
            String block = "10.0." + (100 + i) + ".0/24";
            shop.ec2.createSubnet(r -> r.vpcId(shop.vpc).cidrBlock(block).availabilityZone("us-east-1a"));
        }
        Page page = browser.open(shop.account, "network");
        Locator zone = page.locator(".zone:has-text('us-east-1a')").first();
        assertThat(zone.locator(".disclosure")).containsText("151");
        zone.locator(".disclosure").click();
        assertThat(zone.locator(".node")).hasCount(151);
        assertThat(zone.locator(".count").last()).hasText("all 151");
        assertThat((double) zone.boundingBox().height).isLessThan(600);
        // One line for all of them, not one for each.
        assertThat(page.locator(".vpc").first().locator(".lines path").count()).isLessThan(30);

        Locator filter = page.getByLabel("Filter Subnets in us-east-1a");
        filter.fill("10.0.123.0");
        assertThat(zone.locator(".node:visible")).hasCount(1);
        assertThat(zone.locator(".count").last()).hasText("1 of 151");
        page.keyboard().press("Tab");
        assertThat(zone.locator(".node:visible")).isFocused();
        shop.ec2.createSubnet(r -> r.vpcId(shop.vpc).cidrBlock("10.0.251.0/24").availabilityZone("us-east-1a"));
        assertThat(zone.locator(".count").last()).hasText("1 of 152");
    }

    @Test
    void theMapSaysWhatItsLinesMean() {
        Shop shop = new Shop(browser.aws());
        Page page = browser.open(shop.account, "network");
        Locator legend = page.locator(".map-legend");
        assertThat(legend).containsText("routes to");
        assertThat(legend.locator("path.far")).hasCount(0);
        shop.ec2.createVpcEndpoint(r -> r.vpcId(shop.vpc)
                .vpcEndpointType("Interface")
                .serviceName("com.amazonaws.us-east-1.kms")
                .subnetIds(shop.subnet));
        assertThat(legend).containsText("the endpoint has a network interface in the subnet");
        assertThat(page.locator(".lines path.far").first()).isVisible();
    }

    @Test
    void trafficToANameIsExplained() {
        Shop shop = new Shop(browser.aws());
        shop.name(shop.client, "the client");
        Page page = browser.open(shop.account, "why");
        page.getByLabel("From", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("the client");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill("s3.us-east-1.amazonaws.com");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Explain").setExact(true))
                .click();
        assertThat(page.locator(".verdict")).containsText("NO_ROUTE_TO_DESTINATION");
        assertThat(page.locator(".verdict .nearest")).containsText("is not associated with");
    }
}
