package io.vpclocal.control;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prints the line that tools for port 4566 wait for; inside another program's JVM there is nobody to tell. */
@Component
@Order(0)
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {

    private final boolean wanted;

    ReadyLine(@Value("${vpclocal.control.ready-line:true}") boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (wanted) {
            System.out.println("Ready.");
        }
    }
}
