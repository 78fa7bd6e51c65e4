package nl.balansmonitor.reports;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportsConfiguration {

    @Bean
    FilterRegistrationBean<ReportHeaders> reportHeaders(Stylesheet stylesheet) {
        var registration = new FilterRegistrationBean<>(new ReportHeaders(stylesheet));
        registration.addUrlPatterns(ReportLinks.PATH + "*");
        return registration;
    }
}
