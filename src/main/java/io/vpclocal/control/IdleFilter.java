package io.vpclocal.control;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reports every request to {@link IdleTime}, except those that {@link HostGuardFilter} refuses before. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class IdleFilter extends OncePerRequestFilter {

    private final IdleTime idle;

    IdleFilter(IdleTime idle) {
        this.idle = idle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !idle.limited();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!idle.enter()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setHeader("Connection", "close");
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            leave(request);
        }
    }

    /** Ends the request now, or when its asynchronous processing ends. */
    private void leave(HttpServletRequest request) {
        if (!request.isAsyncStarted()) {
            idle.leave();
            return;
        }
        request.getAsyncContext().addListener(new AsyncListener() {
            @Override
            public void onComplete(AsyncEvent event) {
                idle.leave();
            }

            @Override
            public void onTimeout(AsyncEvent event) {}

            @Override
            public void onError(AsyncEvent event) {}

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }
}
