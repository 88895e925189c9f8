package io.vpclocal;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the emulator on port 4566. */
@SpringBootApplication
public class VpcLocalApplication {

    public static void main(String[] args) {
        SpringApplication.run(VpcLocalApplication.class, args);
    }
}
