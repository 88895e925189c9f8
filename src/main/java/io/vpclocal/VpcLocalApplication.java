package io.vpclocal;

import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;

/** Starts the emulator on port 4566. */
@SpringBootApplication(exclude = DataWebAutoConfiguration.class)
@ConfigurationPropertiesScan
public class VpcLocalApplication {

    public static void main(String[] args) {
        if (isPackaged() && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            // The bean definitions were worked out while packaging: a run from the jar need not do it again. A run from
            // a directory of classes must, since what lies there may be older than they are.
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
        SpringApplication.run(VpcLocalApplication.class, args);
    }

    private static boolean isPackaged() {
        var classFile = VpcLocalApplication.class.getResource("VpcLocalApplication.class");
        return classFile != null && classFile.getProtocol().equals("jar");
    }
}
