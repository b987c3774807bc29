package org.xinheng.demo.story;

import org.springframework.stereotype.Component;

/** What happens to the cast. */
@Component
class WeekStories {

    void happen(int week, PublicApi api) {}

    void happenToday(PublicApi api) {}
}
