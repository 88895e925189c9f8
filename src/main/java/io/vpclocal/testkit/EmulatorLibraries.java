package io.vpclocal.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds the emulator on the class path. As the executable jar, whose contents the class loader of the tests cannot see,
 * or, in VPC Local's own build, as compiled classes beside the libraries.
 */
final class EmulatorLibraries {

    private static final String APPLICATION = "io/vpclocal/EmbeddedEmulator.class";
    private static final String IN_JAR = "BOOT-INF/classes/" + APPLICATION;

    private EmulatorLibraries() {}

    /**
     * Jars and directories for a class loader of the emulator's own.
     *
     * @throws IllegalStateException if there is no emulator
     */
    static URL[] find() {
        ClassLoader loader = EmulatorLibraries.class.getClassLoader();
        URL packaged = loader.getResource(IN_JAR);
        try {
            if (packaged != null) {
                return urls(new UnpackedJar(place(packaged, IN_JAR)).files());
            }
            URL compiled = loader.getResource(APPLICATION);
            if (compiled != null) {
                return urls(besides(place(compiled, APPLICATION)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The emulator cannot be unpacked", e);
        }
        throw new IllegalStateException("VPC Local's emulator is not on the class path of the tests: beside"
                + " io.vpclocal:vpc-local, depend on the same artifact with the classifier 'exec'");
    }

    /** Of the directories on the class path, only the emulator's own: the others are of the program it is inside. */
    private static List<Path> besides(Path application) {
        List<Path> files = new ArrayList<>(List.of(application));
        for (String entry :
                Objects.requireNonNull(System.getProperty("java.class.path")).split(File.pathSeparator)) {
            Path file = Path.of(entry);
            if (Files.isRegularFile(file) && !file.equals(application)) {
                files.add(file);
            }
        }
        return files;
    }

    private static URL[] urls(List<Path> files) throws MalformedURLException {
        URL[] urls = new URL[files.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = files.get(i).toUri().toURL();
        }
        return urls;
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
