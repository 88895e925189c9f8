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
 * The emulator that is on the class path of the tests: as the executable jar, whose contents the class loader of the tests
 * cannot see, or, in VPC Local's own build, as compiled classes beside the libraries.
 *
 * @param unpacked null for compiled classes
 * @param classes what {@code java} is told in order to run it
 */
record EmulatorProgram(@Nullable UnpackedEmulator unpacked, List<String> classes) {

    private static final String MAIN = "io.vpclocal.VpcLocalApplication";
    private static final String APPLICATION = "io/vpclocal/VpcLocalApplication.class";
    private static final String IN_JAR = "BOOT-INF/classes/" + APPLICATION;

    /** @throws IllegalStateException if there is none */
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
        throw new IllegalStateException("VPC Local's emulator is not on the class path of the tests: beside"
                + " io.vpclocal:vpc-local, depend on the same artifact with the classifier 'exec'");
    }

    /** Options for {@code java}, and what to run. */
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

    /** Of the directories on the class path, only the emulator's own: the others are of the tests. */
    private static String besides(Path application) {
        Stream<String> libraries = Stream.of(
                        System.getProperty("java.class.path", "").split(File.pathSeparator))
                .filter(entry -> Files.isRegularFile(Path.of(entry)));
        return Stream.concat(Stream.of(application.toString()), libraries)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The jar or directory that a resource is in. */
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
