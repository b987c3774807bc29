// Draws each table in a figure of the class "chart" above the table itself, which stays: whoever cannot see the drawing, or
// runs no scripts, reads the same numbers there. data-chart says how: bars, stacked, grouped or shares (of 100). Columns with
// data-series on their head are drawn, all of them where none has it.
(() => {
    "use strict";
    const style = getComputedStyle(document.documentElement);
    const colours = [style.getPropertyValue("--accent").trim(), "#b46a00", "#5b7083", "#6d8f2e", "#7d5494", "#a8442e", "#2f7fa3"];
    const plain = document.documentElement.dataset.contrast === "high";
    const size = parseFloat(style.fontSize) * 0.8125;

    function draw(figure) {
        const table = figure.querySelector("table");
        const heads = [...table.querySelectorAll("thead th")].map((cell, column) => ({cell, column})).slice(1);
        const marked = heads.filter(head => head.cell.dataset.series !== undefined);
        const drawn = marked.length > 0 ? marked : heads;
        const names = drawn.map(head => head.cell.textContent.trim());
        const all = [...table.querySelectorAll("tbody tr")];
        const shares = figure.dataset.chart === "shares";
        const lying = shares || figure.dataset.chart === "bars";
        // Bars of nothing would only hide the others; the table has them.
        const rows = lying && drawn.length === 1 ? all.filter(row => Number(row.cells[drawn[0].column].dataset.value)) : all;
        const labels = rows.map(row => row.querySelector("th").textContent.trim());
        const value = (row, column) => Number(row.cells[drawn[column].column].dataset.value);
        if (rows.length === 0 || rows.every(row => names.every((_, column) => !value(row, column)))) {
            return;
        }
        const box = figure.querySelector(".chart-drawing");
        box.hidden = false;
        box.style.height = lying ? 60 + rows.length * (1.4 + names.length) * size + "px" : "20rem";
        const text = {color: plain ? "#000" : "#3f4d5a", fontSize: size};
        const steps = {type: "category", data: labels, inverse: lying, axisLabel: {...text, hideOverlap: true},
            axisTick: {show: false}};
        const amounts = {type: "value", minInterval: 1, max: shares ? 100 : undefined,
            axisLabel: shares ? {...text, formatter: "{value}%"} : text, splitLine: {lineStyle: {color: plain ? "#000" : "#dbe3e8"}}};
        const chart = echarts.init(box, null, {renderer: "svg"});
        chart.setOption({
            animation: false,
            // Patterns beside colours.
            aria: {enabled: true, label: {enabled: false}, decal: {show: names.length > 1}},
            color: colours,
            textStyle: {fontFamily: "inherit"},
            legend: names.length > 1 ? {top: 0, left: 0, type: "scroll", textStyle: text} : undefined,
            tooltip: {trigger: "axis", axisPointer: {type: "shadow"}, confine: true, textStyle: {fontSize: size}},
            grid: {left: 8, right: 16, bottom: 8, top: names.length > 1 ? size * 3 : 16, containLabel: true},
            xAxis: lying ? amounts : steps,
            yAxis: lying ? steps : amounts,
            series: names.map((name, column) => ({
                name, type: "bar", barMaxWidth: 36, stack: figure.dataset.chart === "stacked" ? "all" : undefined,
                data: rows.map(row => value(row, column)),
            })),
        });
        addEventListener("resize", () => chart.resize());
    }

    document.querySelectorAll("figure.chart").forEach(draw);
})();
