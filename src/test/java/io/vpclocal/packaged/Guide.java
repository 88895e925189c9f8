package io.vpclocal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A guide of {@code docs/guides} as a script. It consists of the {@code bash} blocks, and of the lines of the
 * {@code text} blocks, which the output must contain. A comment {@code needs: …} before a block names a tool that the
 * block needs.
 *
 * @param expected expected lines of the output; {@code …} matches anything
 * @param missing missing tools; blocks that need them are left out
 */
record Guide(String script, List<String> expected, Set<String> missing) {

    private static final Pattern FENCE =
            Pattern.compile("(?:<!-- needs: ([^>]+) -->\\n\\n)?```(bash|text)\\n(.*?)```", Pattern.DOTALL);

    static Guide read(Path file, Needs needs) throws IOException {
        StringBuilder script = new StringBuilder();
        List<String> expected = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        Matcher fence = FENCE.matcher(Files.readString(file));
        boolean runs = false;
        while (fence.find()) {
            if (fence.group(2).equals("bash")) {
                Set<String> absent = needs.missing(fence.group(1));
                missing.addAll(absent);
                runs = absent.isEmpty();
                script.append(runs ? fence.group(3) : "");
            } else if (runs) {
                fence.group(3).lines().forEach(expected::add);
            }
        }
        return new Guide(script.toString(), expected, missing);
    }

    /** An expected line of output. */
    static Pattern pattern(String line) {
        return Pattern.compile(
                Pattern.compile("…")
                        .splitAsStream(line.strip() + " ")
                        .map(part -> Pattern.quote(part.stripTrailing()))
                        .collect(Collectors.joining("[^\\n]*"))
                        .replace("\\Q\\E", ""),
                Pattern.MULTILINE);
    }

    /** The available tools. */
    interface Needs {

        Set<String> missing(@Nullable String words) throws IOException;
    }
}
