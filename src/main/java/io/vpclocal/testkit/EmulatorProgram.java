package io.vpclocal.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The emulator on the class path of the tests. It is the executable jar, whose contents are invisible to the class
 * loader of the tests. In VPC Local's own build it is compiled classes and libraries.
 *
 * @param unpacked null for compiled classes
 * @param classes {@code java} arguments that run it
 */
record EmulatorProgram(@Nullable UnpackedEmulator unpacked, List<String> classes) {

    private static final String MAIN = "io.vpclocal.VpcLocalApplication";
    private static final String APPLICATION = "io/vpclocal/VpcLocalApplication.class";
    private static final String IN_JAR = "BOOT-INF/classes/" + APPLICATION;

    /** @throws IllegalStateException if it is not on the class path */
    static EmulatorProgram find() {
        ClassLoader loader = EmulatorProgram.class.getClassLoader();
        URL packaged = loader.getResource(IN_JAR);
        if (packaged != null) {
            return unpack(place(packaged, IN_JAR));
        }
        URL compiled = loader.getResource(APPLICATION);
        if (compiled != null) {
            return new EmulatorProgram(null, List.of("-cp", besides(place(compiled, APPLICATION)), MAIN));
        }
        throw new IllegalStateException("VPC Local's emulator is not on the class path of the tests. In addition to"
                + " io.vpclocal:vpc-local, depend on the same artifact with the classifier 'exec'");
    }

    /** Arguments of {@code java}: options and the main class or jar. */
    List<String> arguments() {
        if (unpacked == null || !Files.exists(unpacked.options())) {
            return classes;
        }
        return Stream.concat(Stream.of("@" + unpacked.options()), classes.stream())
                .toList();
    }

    private static EmulatorProgram unpack(Path jar) {
        try {
            UnpackedEmulator unpacked = UnpackedEmulator.of(jar, CacheDirectory.find());
            return new EmulatorProgram(unpacked, List.of("-jar", unpacked.jar().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot be unpacked", e);
        }
    }

    /** Of the directories on the class path only the emulator's own are used, without those of the tests. */
    private static String besides(Path application) {
        Stream<String> libraries = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> Files.isRegularFile(Path.of(entry)));
        return Stream.concat(Stream.of(application.toString()), libraries)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or directory that contains a resource. */
    private static Path place(URL resource, String name) {
        String text = resource.toString();
        String place = text.substring(0, text.length() - name.length());
        String file = place.startsWith("jar:") ? place.substring(4, place.lastIndexOf("!/")) : place;
        try {
            return Path.of(new URI(file));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot tell which file " + resource + " is in", e);
        }
    }
}
