package io.vpclocal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the emulator on port 4566. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class VpcLocalApplication {

    public static void main(String[] args) {
        SpringApplication.run(VpcLocalApplication.class, args);
    }
}
