package io.vpclocal.control;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs the emulator's address, then prints the line that tools for port 4566 wait for. */
@Component
@Order(0)
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        Environment environment = ready.getApplicationContext().getEnvironment();
        String url = "http://localhost:" + environment.getProperty("local.server.port", "4566");
        System.out.println("VPC Local " + ProductVersion.text() + " answers at " + url);
        System.out.println("Console:    " + url + "/");
        System.out.println("Swagger UI: " + url + "/swagger-ui.html");
        System.out.println("Ready.");
    }
}
