package io.vpclocal.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** A bare Spring Boot application, as the baseline for the emulator's start. */
final class BareApplication {

    private BareApplication() {}

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(
                TomcatServletWebServerAutoConfiguration.class,
                DispatcherServletAutoConfiguration.class,
                WebMvcAutoConfiguration.class);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(RouterFunction.class, BareApplication::answerEverything));
        application.run(arguments);
        System.out.println("Ready.");
    }

    private static RouterFunction<ServerResponse> answerEverything() {
        return RouterFunctions.route()
                .GET("/", request -> ServerResponse.ok().body(""))
                .POST("/", request -> ServerResponse.ok().body(""))
                .build();
    }
}
