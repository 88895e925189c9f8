package io.vpclocal.control;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Stops the emulator when its standard input ends, if {@code vpclocal.control.end-with-input} is set. The input is a
 * pipe from the parent process. The operating system closes it when that process ends for any reason.
 */
@Component
class ShutdownAtEndOfInput implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownAtEndOfInput.class);

    private final boolean wanted;
    private final Shutdown ending;

    ShutdownAtEndOfInput(@Value("${vpclocal.control.end-with-input:false}") boolean wanted, Shutdown ending) {
        this.wanted = wanted;
        this.ending = ending;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (wanted) {
            Thread thread = new Thread(() -> await(System.in), "end-with-input");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void await(InputStream input) {
        try {
            while (input.read() >= 0) {
                // The content is ignored.
            }
        } catch (IOException e) {
            LOG.debug("Reading the standard input failed", e);
        }
        ending.begin();
    }
}
