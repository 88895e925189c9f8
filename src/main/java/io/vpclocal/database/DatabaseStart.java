package io.vpclocal.database;

import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Begins with the database. It is made ready, migrations and entities, in a thread of its own, which takes longer than all
 * the rest: so it is asked for by the first thing that a start makes, the web server. Spring waits for it before the web
 * server accepts connections, and fails the start if it fails.
 */
@Component
@DependsOn("entityManagerFactory")
class DatabaseStart implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        // To be there is all it has to do.
    }
}
