package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import io.vpclocal.testing.RawHttp;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Opens Swagger UI in a real browser and executes an action from the page. */
class SwaggerUiIT {

    private static final String GROUP = "[id^='operations-tag-EC2'][id$=':_VPC_endpoints']";
    private static final String CREATE_ENDPOINT = "[id^='operations-EC2'][id$='-ec2CreateVpcEndpoint']";

    /** The page renders several hundred operations, which may be slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void anEndpointIsCreatedFromThePage() throws Exception {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "No Chromium on the PATH: Swagger UI is not tried in a browser");
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of());
                Playwright playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(options(chromium.get()))) {
            HttpRequest.Builder demo =
                    HttpRequest.newBuilder(emulator.endpoint().resolve("/_vpclocal/demo"));
            assertThat(RawHttp.send(demo.POST(BodyPublishers.noBody())).statusCode())
                    .isEqualTo(200);
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 1600));
            page.setDefaultTimeout(PATIENCE.toMillis());
            page.navigate(emulator.endpoint().resolve("/swagger-ui.html").toString());

            String answer = executeExample(page);

            List<VpcEndpoint> endpoints = emulator.ec2()
                    .describeVpcEndpoints(
                            r -> r.filters(f -> f.name("service-name").values("com.amazonaws.us-east-1.sqs")))
                    .vpcEndpoints();
            assertThat(endpoints).hasSize(1);
            assertThat(answer).contains(endpoints.get(0).vpcEndpointId());
            page.locator(CREATE_ENDPOINT)
                    .screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "swagger-ui.png")));
        }
    }

    /**
     * Finds the group with the search box, and executes the example with the page's default account.
     *
     * @return the server's response as shown on the page
     */
    private static String executeExample(Page page) {
        page.locator("input.operation-filter-input").fill("CreateVpcEndpoint");
        page.locator(GROUP).click();
        Locator operation = page.locator(CREATE_ENDPOINT);
        operation.locator(".opblock-summary-control").click();
        operation.locator(".try-out__btn").click();
        operation.locator("button.execute").click();
        Locator response = operation.locator(".live-responses-table .response").first();
        response.waitFor();
        assertThat(response.locator(".response-col_status").innerText()).startsWith("200");
        return response.innerText();
    }

    private static LaunchOptions options(Path chromium) {
        return new LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .flatMap(directory -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
