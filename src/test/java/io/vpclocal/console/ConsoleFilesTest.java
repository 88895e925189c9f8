package io.vpclocal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the page. */
class ConsoleFilesTest {

    private static final Path FILES = Path.of("src", "main", "resources", "console");
    private static final Pattern IMPORT = Pattern.compile("from '(\\.\\.?/[^']+)'");

    /** The only foreign address in the files is an XML namespace, which is never requested. */
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Map<String, String> files = read();

    @Test
    void theFilesAreSmall() {
        int bytes = files.values().stream()
                .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes).isBetween(20_000, 300_000);
    }

    @Test
    void noFileComesFromAnotherServer() {
        files.forEach((name, text) -> assertThat(text.replace(SVG, ""))
                .as(name)
                .doesNotContainPattern("https?://[a-z]")
                .doesNotContainPattern("['\"(]//[a-z]")
                .doesNotContain("@import", "WebSocket", "sendBeacon"));
    }

    @Test
    void textOfUsersIsNeverParsedAsHtml() {
        files.forEach((name, text) -> assertThat(text)
                .as(name)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(")
                .doesNotContain("new Function", "text/html'", "setHTML", "srcdoc", "javascript:"));
    }

    @Test
    void thePageHasNoInlineScriptsOrStyles() {
        assertThat(files.get("index.html"))
                .doesNotContainPattern("<script(?![^>]* src=)")
                .doesNotContain("<style", " style=")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @Test
    void everyFileIsServedAndEveryImportIsThere() {
        files.forEach((name, text) -> {
            assertThat(ConsoleFile.named(name)).as(name).isPresent();
            Matcher imports = IMPORT.matcher(text);
            while (imports.find()) {
                Path target = Path.of(name).resolveSibling(imports.group(1)).normalize();
                assertThat(files).as(name).containsKey(target.toString().replace('\\', '/'));
            }
        });
    }

    private static Map<String, String> read() {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(FILES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                found.put(FILES.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
