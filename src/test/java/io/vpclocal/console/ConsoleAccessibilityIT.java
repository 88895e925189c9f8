package io.vpclocal.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.vpclocal.testing.Aws;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console on small screens, in both themes, and with a keyboard. */
@ExtendWith(ConsoleBrowser.class)
class ConsoleAccessibilityIT {

    private final ConsoleBrowser browser;

    ConsoleAccessibilityIT(ConsoleBrowser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @ValueSource(strings = {"network", "why", "flowlogs", "endpoints", "calls"})
    void aPhoneNeedsNoHorizontalScrolling(String view) throws Exception {
        Shop shop = new Shop(browser.aws());
        shop.flowLog(browser.aws(), "/vpc/shop");
        shop.waitingConnection(browser.aws());
        String query = view.equals("why") ? "?from=" + shop.client + "&to=s3&port=443" : "";
        Page page = browser.open(shop.account, view + query, 390, ColorScheme.LIGHT);
        assertThat(page.locator("main .head").first()).isVisible();
        assertThat(page.locator("main .card, main .vpc, main .call").first()).isVisible();
        assertThat(page.locator("th:text-is('')")).hasCount(0);
        // A heading without anything below it.
        assertThat(page.locator(".column:visible:not(:has(.node:visible)):not(:has(.none))"))
                .hasCount(0);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
    }

    /** Contrasts of WCAG 2.1, level AA. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void bothThemesAreReadable(ColorScheme scheme) {
        Page page = browser.open(Aws.newAccount(), "network", 1280, scheme);
        assertThat(page.locator(".vpc").first()).isVisible();
        double ground = browser.luminance(page, "--ground");
        assertThat(ground > 0.5).isEqualTo(scheme == ColorScheme.LIGHT);
        for (List<String> pair : List.of(
                List.of("--text", "--ground"),
                List.of("--text", "--surface"),
                List.of("--muted", "--ground"),
                List.of("--muted", "--sunken"),
                List.of("--accent", "--surface"),
                List.of("--accent", "--accent-soft"),
                List.of("--on-accent", "--accent"),
                List.of("--good", "--good-soft"),
                List.of("--bad", "--bad-soft"),
                List.of("--surface", "--bad"),
                List.of("--muted", "--bad-soft"),
                List.of("--wait", "--wait-soft"))) {
            assertThat(browser.contrast(page, pair.get(0), pair.get(1)))
                    .as("%s", pair)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void everyControlHasANameAndTheSkipButtonWorks() {
        Page page = browser.open(new Shop(browser.aws()).account, "network");
        for (String view : List.of("network", "why", "flowlogs", "endpoints", "calls")) {
            page.navigate(browser.url(view));
            assertThat(page.locator("#views a[aria-current=page]")).hasCount(1);
            page.waitForLoadState(LoadState.DOMCONTENTLOADED);
            assertThat(page.evaluate("[...document.querySelectorAll('input, select, textarea')]"
                            + ".filter(one => !one.labels.length && !one.ariaLabel).length"))
                    .isEqualTo(0);
            assertThat(page.evaluate("[...document.querySelectorAll('button, a')]"
                            + ".filter(one => !(one.textContent.trim() || one.ariaLabel)).length"))
                    .isEqualTo(0);
        }
        page.locator("#skip").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#main")).isFocused();
    }
}
