package io.vpclocal.testing;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The simple names of the emulator's own classes, which no message may show. Names of a single word are left out: they are
 * English words, too.
 */
public final class ClassNames {

    private static final Pattern SEVERAL_WORDS = Pattern.compile("[A-Z]+[a-z0-9]+[A-Z]\\w*");

    private static final Set<String> OWN = scan();

    private ClassNames() {}

    /** Those of them that a text has as a whole word. */
    public static Set<String> in(String text) {
        return Pattern.compile("\\W+")
                .splitAsStream(text)
                .filter(OWN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> scan() {
        try {
            Resource[] classes =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:io/vpclocal/**/*.class");
            return Arrays.stream(classes)
                    .filter(found -> !found.toString().contains("test-classes"))
                    .map(found -> String.valueOf(found.getFilename()).replace(".class", ""))
                    .map(name -> name.substring(name.lastIndexOf('$') + 1))
                    .filter(name -> SEVERAL_WORDS.matcher(name).matches())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
