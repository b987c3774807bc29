// Draws a chart above each table that asks for one. The table stays: it is the same in numbers, and all there is without
// JavaScript. data-chart on the table: what to draw; data-series on a column's head: its values are drawn; data-value on
// a cell: its number, where the cell's text is not one.
document.addEventListener('DOMContentLoaded', () => {
    const colours = ['#0b5c73', '#b7791f', '#7a8791', '#5fa8bd'];
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.querySelectorAll('table[data-chart]').forEach(table => {
        const heads = [...table.tHead.rows[0].cells];
        const rows = [...table.tBodies[0].rows];
        if (rows.length === 0) {
            return;
        }
        const value = cell => {
            const text = cell.dataset.value ?? cell.textContent.trim();
            return text === '' || Number.isNaN(Number(text)) ? null : Number(text);
        };
        const series = heads.map((head, column) => ({head, column})).filter(one => one.head.dataset.series !== undefined);
        const categories = rows.map(row => row.cells[0].textContent.trim());
        const flat = table.dataset.chart === 'shares';
        const place = document.createElement('div');
        place.className = 'chart';
        place.setAttribute('role', 'img');
        place.setAttribute('aria-label', table.caption.textContent.trim());
        if (flat) {
            place.style.height = (4 + rows.length * (1 + series.length * .75)) + 'rem';
        }
        table.parentNode.parentNode.insertBefore(place, table.parentNode);
        const chart = echarts.init(place, null, {renderer: 'svg'});
        const names = {type: 'category', data: categories, inverse: flat, axisTick: {show: false},
            axisLabel: flat ? {width: 120, overflow: 'truncate'} : {}};
        const numbers = {type: 'value', max: flat ? 100 : null, minInterval: flat ? 0 : 1,
            axisLabel: flat ? {formatter: '{value}%'} : {}};
        chart.setOption({
            animation: !calm,
            color: colours,
            textStyle: {fontFamily: getComputedStyle(document.body).fontFamily},
            grid: {left: 8, right: 24, top: 40, bottom: 8, containLabel: true},
            legend: {top: 0, left: 0},
            tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}, confine: true},
            xAxis: flat ? numbers : names,
            yAxis: flat ? names : numbers,
            series: series.map(one => ({
                type: 'bar',
                name: one.head.textContent.trim(),
                barMaxWidth: 18,
                data: rows.map(row => value(row.cells[one.column]))
            }))
        });
        new ResizeObserver(() => chart.resize()).observe(place);
    });
});
