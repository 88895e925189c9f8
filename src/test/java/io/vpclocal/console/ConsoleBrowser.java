package io.vpclocal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Chromium;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OwnEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An emulator and a browser for the tests of a class. After each test no page may have written an error or a warning, or
 * asked another server for anything.
 */
class ConsoleBrowser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final int PATIENCE_MILLIS = 30_000;

    private @Nullable Chromium chromium;
    private @Nullable OwnEmulator emulator;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Chromium> found = Chromium.start();
        assumeTrue(found.isPresent(), "No Chromium on the PATH: the console is not tried in a browser");
        chromium = found.get();
        emulator = OwnEmulator.start(Map.of());
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    Aws aws() {
        return Objects.requireNonNull(emulator).aws();
    }

    ControlApi control() {
        return Objects.requireNonNull(emulator).control();
    }

    String url(String view) {
        return aws().endpoint() + "/#/" + view;
    }

    Page open(String account, String view) {
        return open(account, view, 1280, ColorScheme.LIGHT);
    }

    /** The page with that account selected before. */
    Page open(String account, String view, int width, ColorScheme scheme) {
        BrowserContext context = Objects.requireNonNull(chromium)
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme));
        contexts.add(context);
        context.addInitScript("localStorage.setItem('vpclocal.scope', '{\"account\":\"" + account + "\"}')");
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("error: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(aws().endpoint() + "/")) {
                complaints.add("request: " + request.url());
            }
        });
        page.navigate(url(view));
        return page;
    }

    double luminance(Page page, String variable) {
        return (double) page.evaluate("""
                name => {
                  const probe = document.createElement('p');
                  probe.style.color = `var(${name})`;
                  document.body.append(probe);
                  const parts = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(Number);
                  probe.remove();
                  const linear = parts.map(part => part / 255)
                    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 1e-9;
                }""", variable);
    }

    double contrast(Page page, String one, String other) {
        double first = luminance(page, one);
        double second = luminance(page, other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        assertThat(all).isEmpty();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
        if (emulator != null) {
            emulator.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConsoleBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }
}
